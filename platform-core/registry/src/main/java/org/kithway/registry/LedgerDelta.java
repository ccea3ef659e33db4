package org.kithway.registry;

import java.util.List;
import java.util.Map;

/**
 * What one more stretch of a file came to: {@code read} equals {@code kept}, all of {@code
 * withheld} and the rejected records together. A rejection with record 0 speaks of the file as a
 * whole: it is kept with the others, but is no record and counts as none.
 *
 * @param path the file's path in the export
 * @param part the kind of file
 * @param withheld how many records each rule withheld, by the rule's name of 1 to 200 characters
 * @param facts assertions handed on
 */
public record LedgerDelta(
        String path,
        String part,
        long read,
        long kept,
        Map<String, Long> withheld,
        List<Outcome> rejected,
        long facts) {
    private static final int LONGEST_RULE = 200;

    public LedgerDelta {
        withheld = Map.copyOf(withheld);
        rejected = List.copyOf(rejected);
        for (Map.Entry<String, Long> rule : withheld.entrySet()) {
            if (rule.getKey().isBlank() || rule.getKey().length() > LONGEST_RULE) {
                throw new IllegalArgumentException("a rule's name is blank or longer than 200");
            }
            if (rule.getValue() < 0) {
                throw new IllegalArgumentException("fewer than 0 records withheld");
            }
        }
        for (Outcome outcome : rejected) {
            if (!outcome.place().entry().equals(path)) {
                throw new IllegalArgumentException("a rejection stands in another file");
            }
        }
        if (kept < 0 || facts < 0) {
            throw new IllegalArgumentException("kept < 0 or facts < 0");
        }
        if (read != kept + sum(withheld) + records(rejected)) {
            throw new IllegalArgumentException("read is not kept + withheld + rejected");
        }
    }

    /** Records withheld by any rule. */
    public long withheldRecords() {
        return sum(withheld);
    }

    /** Records rejected; the file as a whole is none. */
    public long rejectedRecords() {
        return records(rejected);
    }

    private static long sum(Map<String, Long> withheld) {
        return withheld.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long records(List<Outcome> rejected) {
        return rejected.stream().filter(outcome -> outcome.place().record() > 0).count();
    }
}
