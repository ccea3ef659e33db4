package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.registry.Decision;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The two logs from where a {@link DerivedState} stands. Whoever implements it reads from {@link
 * DerivedState#position} on.
 */
public interface DeriverSource {
    /**
     * What comes next; waits for so long if there is nothing.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    Batch poll(Duration longest) throws InterruptedException;

    /**
     * Records of both logs, each partition's in their order.
     *
     * @param reached for each partition of the log of facts the offset before which all was read,
     *     be it in this batch, other organizations' or compacted away
     */
    record Batch(
            List<FactRecord> facts, List<DecisionRecord> decisions, Map<Integer, Long> reached) {
        public Batch {
            facts = List.copyOf(facts);
            decisions = List.copyOf(decisions);
            reached = Map.copyOf(reached);
        }

        boolean isEmpty() {
            return facts.isEmpty() && decisions.isEmpty();
        }
    }

    /**
     * @param assertion null if the log forgets the key
     */
    record FactRecord(int partition, long offset, String key, @Nullable Assertion assertion) {}

    /**
     * @param sequence the decision's number in the organization
     */
    record DecisionRecord(int partition, long offset, long sequence, Decision decision) {}
}
