package org.kithway.ingestion.batch;

import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Decision;
import org.kithway.registry.Import;
import org.kithway.registry.Import.State;
import org.kithway.registry.NewImport;
import org.kithway.registry.Registry;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;

/** The desk of a node: archives go to its spool, imports to the registry's queue. */
public final class SpoolDesk implements ImportDesk {
    private static final Set<State> CAN_BE_UNDONE =
            EnumSet.of(State.SETTLING, State.COMPLETED, State.NEEDS_ATTENTION);

    private final Spool spool;
    private final Registry registry;
    private final TransactionTemplate transactions;
    private final Runnable wake;

    /**
     * @param wake tells whoever runs imports that there may be one
     */
    public SpoolDesk(
            Spool spool, Registry registry, TransactionTemplate transactions, Runnable wake) {
        this.spool = spool;
        this.registry = registry;
        this.transactions = transactions;
        this.wake = wake;
    }

    @Override
    public ImportId receive(Submission submission, InputStream content) throws IOException {
        ImportId id = registry.imports().newId();
        Spool.Receipt receipt = spool.store(id, content);
        boolean queued = false;
        try {
            Import submitted =
                    registry.imports()
                            .submit(
                                    new NewImport(
                                            id,
                                            submission.organization(),
                                            submission.member(),
                                            submission.submittedBy(),
                                            submission.byAdministrator(),
                                            submission.site(),
                                            submission.layer(),
                                            submission.fileName(),
                                            receipt.bytes(),
                                            receipt.sha256(),
                                            submission.settings()));
            queued = submitted.state() == State.QUEUED;
        } finally {
            if (!queued) {
                spool.delete(id);
            }
        }
        wake.run();
        return id;
    }

    @Override
    public void undo(OrganizationId organization, ImportId id) {
        transactions.executeWithoutResult(status -> {
            if (!registry.imports().transition(id, CAN_BE_UNDONE, State.UNDOING, null)) {
                throw new IllegalStateException(
                        "only an import that was read can be undone; this one is "
                                + registry.imports()
                                        .find(organization, id)
                                        .map(i -> i.state().name())
                                        .orElse("unknown"));
            }
            registry.decisions().append(organization, new Decision.ImportUndone(id));
        });
    }
}
