package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Site;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.registry.Ledger;
import org.kithway.registry.Registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Imports with their ledgers, as they are shown. */
final class ImportViews {
    private static final int FILE_ID = 16;

    private final Registry registry;
    private final People people;

    ImportViews(Registry registry, People people) {
        this.registry = registry;
        this.people = people;
    }

    /**
     * An import as it stands.
     *
     * @param state in lower case
     * @param ended whether the platform has nothing left to do for it
     * @param share organization or private
     * @param facts statements handed on so far
     * @param withheld how many records each privacy rule kept back
     */
    record ImportView(
            String id,
            @Nullable String site,
            People.Named member,
            People.Named submittedBy,
            String share,
            String state,
            boolean ended,
            String fileName,
            long bytes,
            Instant submitted,
            @Nullable Instant started,
            @Nullable Instant finished,
            @Nullable Instant exportedAt,
            @Nullable String note,
            @Nullable String duplicateOf,
            long facts,
            Totals totals,
            List<FileView> files,
            List<WithheldView> withheld) {}

    /** {@code read = kept + withheld + rejected}. */
    record Totals(long read, long kept, long withheld, long rejected) {
        static Totals of(List<FileLedger> files) {
            return new Totals(
                    sum(files, FileLedger::read),
                    sum(files, FileLedger::kept),
                    sum(files, FileLedger::withheld),
                    sum(files, FileLedger::rejected));
        }

        private static long sum(List<FileLedger> files, ToLongFunction<FileLedger> records) {
            return files.stream().mapToLong(records).sum();
        }
    }

    /**
     * What became of one file's records.
     *
     * @param id stands for the path in addresses, where a path could tell a name
     */
    record FileView(
            String id,
            String path,
            String part,
            long read,
            long kept,
            long withheld,
            long rejected,
            @Nullable String note) {
        static FileView of(FileLedger file) {
            return new FileView(
                    fileId(file.path()),
                    file.path(),
                    file.part(),
                    file.read(),
                    file.kept(),
                    file.withheld(),
                    file.rejected(),
                    file.note());
        }
    }

    record WithheldView(String path, String rule, long records) {
        static WithheldView of(Ledger.Withheld withheld) {
            return new WithheldView(withheld.path(), withheld.rule(), withheld.records());
        }
    }

    record ImportList(List<ImportView> imports) {}

    /**
     * @param reasons all rejections by file and reason, the most frequent first
     * @param next the offset of the next page, or null
     */
    record RejectionAnswer(
            List<ReasonView> reasons, List<RejectionView> rejections, @Nullable Long next) {}

    record ReasonView(String path, String reason, long records, long first) {}

    /**
     * @param number the record's number in the file, from 1; 0 for the file as a whole
     */
    record RejectionView(String path, @JsonProperty("record") long number, String reason) {}

    ImportView of(Import imported) {
        return of(imported, people.memberNames(imported.organization()));
    }

    List<ImportView> of(OrganizationId organization, List<Import> imports) {
        Map<MemberId, String> names = people.memberNames(organization);
        return imports.stream().map(imported -> of(imported, names)).toList();
    }

    private ImportView of(Import imported, Map<MemberId, String> names) {
        List<FileLedger> files = registry.ledger().files(imported.id());
        Site site = imported.site();
        ImportId duplicateOf = imported.duplicateOf();
        return new ImportView(
                imported.id().value(),
                site == null ? null : site.name(),
                People.named(imported.member(), names),
                People.named(imported.submittedBy(), names),
                imported.layer().isOrganization() ? "organization" : "private",
                imported.state().name().toLowerCase(Locale.ROOT),
                imported.state().isFinal(),
                imported.fileName(),
                imported.bytes(),
                imported.submitted(),
                imported.started(),
                imported.finished(),
                imported.exportedAt(),
                imported.note(),
                duplicateOf == null ? null : duplicateOf.value(),
                imported.facts(),
                Totals.of(files),
                files.stream().map(FileView::of).toList(),
                registry.ledger().withheld(imported.id()).stream().map(WithheldView::of).toList());
    }

    static String fileId(String path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(path.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, FILE_ID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
