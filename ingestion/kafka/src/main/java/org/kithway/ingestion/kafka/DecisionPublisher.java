package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.registry.Decisions;
import org.kithway.registry.Leases;
import org.kithway.registry.LoggedDecision;

import java.time.Duration;
import java.util.List;

/**
 * Carries decisions from the registry's outbox to their topic, on one node at a time. A decision is
 * sent once the one before it is acknowledged, and may be sent again after a failure: readers pass
 * over numbers that they know.
 */
public final class DecisionPublisher implements AutoCloseable {
    private static final String LEASE = "decisions";
    private static final Duration HELD = Duration.ofSeconds(90);
    private static final Duration REST = Duration.ofMillis(250);
    private static final int AT_ONCE = 100;

    private final Decisions decisions;
    private final Leases leases;
    private final Sender sender;
    private final String topic;
    private final String node;
    private final Loop loop;

    private DecisionPublisher(Pipeline pipeline) {
        this.decisions = pipeline.registry().decisions();
        this.leases = pipeline.registry().leases();
        this.sender = pipeline.sender();
        this.topic = pipeline.topics().decisions();
        this.node = pipeline.node();
        this.loop = Loop.start("decision-publisher", this::turn, () -> leases.release(LEASE, node));
    }

    public static DecisionPublisher start(Pipeline pipeline) {
        return new DecisionPublisher(pipeline);
    }

    private void turn(Loop turning) {
        if (!leases.acquire(LEASE, node, HELD) || publish(turning) == 0) {
            turning.sleep(REST);
        }
    }

    private int publish(Loop turning) {
        int published = 0;
        List<LoggedDecision> waiting = decisions.unpublished(AT_ONCE);
        for (LoggedDecision next : waiting) {
            // One after the other: were two under way, the second could arrive without the first.
            if (!turning.isOpen() || !leases.renew(LEASE, node, HELD)) {
                return published;
            }
            sender.send(List.of(DecisionRecords.write(topic, next)));
            decisions.markPublished(next.organization(), next.sequence());
            published++;
        }
        return published;
    }

    /** Looks into the outbox at once. */
    public void wake() {
        loop.wake();
    }

    /** Why decisions are held up, or null if they are not. */
    public @Nullable String failure() {
        return loop.failure();
    }

    @Override
    public void close() {
        loop.close();
    }
}
