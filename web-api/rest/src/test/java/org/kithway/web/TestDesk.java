package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Import.State;
import org.kithway.registry.NewImport;
import org.kithway.registry.Registry;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Takes archives in and forgets their content. */
final class TestDesk implements ImportDesk {
    private final Registry registry;

    /** Gains a permit with every byte range that arrives. */
    final Semaphore arrived = new Semaphore(0);

    volatile @Nullable Submission submission;
    volatile @Nullable IOException failure;

    TestDesk(Registry registry) {
        this.registry = registry;
    }

    @Override
    public ImportId receive(Submission submission, InputStream content) throws IOException {
        IOException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        this.submission = submission;
        MessageDigest digest = sha256();
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            digest.update(buffer, 0, n);
            bytes += n;
            arrived.release();
        }
        NewImport archive =
                new NewImport(
                        registry.imports().newId(),
                        submission.organization(),
                        submission.member(),
                        submission.submittedBy(),
                        submission.byAdministrator(),
                        submission.site(),
                        submission.layer(),
                        submission.fileName(),
                        bytes,
                        HexFormat.of().formatHex(digest.digest()),
                        submission.settings());
        return registry.imports().submit(archive).id();
    }

    @Override
    public void undo(OrganizationId organization, ImportId id) {
        if (!registry.imports()
                .transition(
                        id, Set.of(State.COMPLETED, State.NEEDS_ATTENTION), State.UNDOING, null)) {
            throw new IllegalStateException("an import that waits cannot be undone yet");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
