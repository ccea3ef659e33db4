package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.kithway.ingestion.FactLog.LogUnavailableException;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Removes what an import says from the topic of facts. */
final class Tombstones {
    private static final int AT_ONCE = 5_000;

    private final Sender sender;
    private final FactRecords records;

    Tombstones(Sender sender, Topics topics) {
        this.sender = sender;
        this.records = FactRecords.of(topics);
    }

    /**
     * Removes every key of the import that the state knows; time in proportion to their number, a
     * few thousand at a time in memory.
     *
     * @return for each partition that got any, the offset after the last of them
     * @throws LogUnavailableException if not all were acknowledged; all may be removed again
     */
    Map<Integer, Long> remove(OrganizationId organization, ImportId imported, DerivedState state) {
        Map<Integer, Long> ends = new TreeMap<>();
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        state.keys(
                imported,
                key -> {
                    batch.add(records.remove(organization, key.subject(), key.key(), imported));
                    if (batch.size() == AT_ONCE) {
                        ends.putAll(sender.send(batch));
                        batch.clear();
                    }
                });
        ends.putAll(sender.send(batch));
        return ends;
    }
}
