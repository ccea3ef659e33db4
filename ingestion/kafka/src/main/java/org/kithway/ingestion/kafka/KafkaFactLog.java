package org.kithway.ingestion.kafka;

import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.FactLog;

import java.util.List;
import java.util.Map;

/** The topic of facts. */
public final class KafkaFactLog implements FactLog {
    private final Sender sender;
    private final FactRecords records;

    public KafkaFactLog(Sender sender, Topics topics) {
        this.sender = sender;
        this.records = FactRecords.of(topics);
    }

    @Override
    public Map<Integer, Long> append(List<Assertion> assertions) {
        return sender.send(assertions.stream().map(records::put).toList());
    }
}
