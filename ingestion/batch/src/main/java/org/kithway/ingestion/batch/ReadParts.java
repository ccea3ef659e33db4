package org.kithway.ingestion.batch;

import static java.util.stream.Collectors.groupingBy;

import org.kithway.registry.FileLedger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of file that an import has something of.
 *
 * @param whole those that take the place of earlier exports' files of the same kind
 * @param fragments those that count beside them
 */
record ReadParts(Set<String> whole, Set<String> fragments) {
    /**
     * What an archive's files come to, kind by kind:
     *
     * <ul>
     *   <li>All files of the kind were read to their ends, and a record of them was kept or
     *       withheld on purpose: the kind is whole. Rejected records do not matter; the ledger
     *       names them.
     *   <li>A file of the kind could not be read to its end, or not at all, and records were kept:
     *       the kind is a fragment. An earlier export may have what lies beyond the break.
     *   <li>Else the import has nothing of the kind: its files are empty, or nothing in them could
     *       be kept. They leave all as it was; that a site has forgotten everything of a kind is
     *       less likely than a faulty export.
     * </ul>
     *
     * Files of no kind were not read and do not matter.
     */
    static ReadParts of(List<FileLedger> files) {
        Map<String, List<FileLedger>> kinds =
                files.stream()
                        .filter(file -> !file.part().isEmpty())
                        .collect(groupingBy(FileLedger::part));
        Set<String> whole = new HashSet<>();
        Set<String> fragments = new HashSet<>();
        kinds.forEach((kind, ofKind) -> {
            boolean kept = ofKind.stream().anyMatch(file -> file.kept() > 0);
            boolean withheld = ofKind.stream().anyMatch(file -> file.withheld() > 0);
            if (ofKind.stream().allMatch(FileLedger::whole)) {
                if (kept || withheld) {
                    whole.add(kind);
                }
            } else if (kept) {
                fragments.add(kind);
            }
        });
        return new ReadParts(whole, fragments);
    }
}
