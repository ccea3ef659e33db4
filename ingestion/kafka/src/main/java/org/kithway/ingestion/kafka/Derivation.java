package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.AssertionKey;
import org.kithway.ingestion.kafka.derive.DerivedState;
import org.kithway.ingestion.kafka.derive.Deriver;
import org.kithway.ingestion.kafka.derive.Step;
import org.kithway.model.AccountId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.LoggedDecision;
import org.kithway.registry.Organization;
import org.kithway.registry.Registry;
import org.kithway.search.Change;
import org.kithway.search.DocumentWriter.Refusal;
import org.kithway.search.Generation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads the logs to the deriver of one generation and hands on what it derives; for one thread. The
 * facts are always read at least up to where they stood when a decision was read, so that a
 * decision finds all that its import said.
 */
final class Derivation implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Derivation.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Pipeline pipeline;
    private final Generation generation;
    private final DerivedState state;
    private final Patience patience;
    private final Consumer<Step.Outcome> outcomes;
    private final Deriver deriver;
    private final TieSender ties;
    private final TopicReader facts;
    private final TopicReader decisions;

    /** What else becomes of the organization's records of facts. */
    interface Listener {
        /**
         * @param assertion null if the key is removed
         */
        void fact(ConsumerRecord<byte[], byte[]> record, String key, @Nullable Assertion assertion);
    }

    /**
     * @param state closed by the caller
     * @param outcomes what is done about an import once all that follows is handed on; done again
     *     after a crash
     */
    Derivation(
            Pipeline pipeline,
            Generation generation,
            DerivedState state,
            Patience patience,
            Consumer<Step.Outcome> outcomes) {
        this.pipeline = pipeline;
        this.generation = generation;
        this.state = state;
        this.patience = patience;
        this.outcomes = outcomes;
        this.ties = new TieSender(pipeline.sender(), pipeline.clients(), pipeline.topics());
        OrganizationId organization = generation.organization();
        byte[] key =
                pipeline.registry()
                        .organizations()
                        .find(organization)
                        .map(Organization::key)
                        .orElseThrow(() -> new IllegalStateException("no such organization"))
                        .getEncoded();
        this.deriver = new Deriver(organization, key, state, patience.keepGoing());
        if (state.isNew()) {
            deriver.checkpoint();
        }
        this.facts =
                TopicReader.from(
                        pipeline.clients(),
                        pipeline.topics().facts(),
                        partition -> state.position(Deriver.FACTS, partition));
        this.decisions =
                TopicReader.from(
                        pipeline.clients(),
                        pipeline.topics().decisions(),
                        partition -> state.position(Deriver.DECISIONS, partition));
    }

    DerivedState state() {
        return state;
    }

    /** Hands on what is there to be handed on, and reads on for a moment. */
    void turn() {
        handOn();
        List<Read> read = new ArrayList<>();
        decisions.poll(GLANCE, record -> read(record).ifPresent(read::add));
        int polled = 0;
        if (read.isEmpty()) {
            polled = facts.poll(record -> take(record, (any, key, assertion) -> {}));
        } else {
            facts.readTo(
                    facts.ends(),
                    patience.keepGoing(),
                    record -> take(record, (any, key, assertion) -> {}));
            read.forEach(this::take);
        }
        noteReached();
        // While facts keep coming the deriver commits by itself, so often as pays.
        if (polled == 0) {
            deriver.checkpoint();
        }
    }

    Map<Integer, Long> factEnds() {
        return facts.ends();
    }

    /** Reads the facts, and hands on nothing yet. */
    void readFacts(Map<Integer, Long> ends, Listener listener) {
        facts.readTo(ends, patience.keepGoing(), record -> take(record, listener));
        noteReached();
        deriver.checkpoint();
    }

    /**
     * Reads the decisions that are there, and hands on what follows from them.
     *
     * @param last tells of the first decision that is left for later, with all after it
     */
    void readDecisions(Predicate<LoggedDecision> last) {
        List<Read> read = new ArrayList<>();
        decisions.readTo(
                decisions.ends(),
                patience.keepGoing(),
                record -> read(record).ifPresent(read::add));
        for (Read next : read) {
            if (last.test(next.decision())) {
                break;
            }
            take(next);
            handOn();
        }
        deriver.checkpoint();
    }

    private record Read(int partition, long offset, LoggedDecision decision) {}

    private Optional<Read> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            LoggedDecision decision = DecisionRecords.read(record);
            return decision.organization().equals(generation.organization())
                    ? Optional.of(new Read(record.partition(), record.offset(), decision))
                    : Optional.empty();
        } catch (UndecodableException e) {
            pipeline.deadLetters().send(record, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void take(Read read) {
        deriver.decision(
                read.decision().sequence(),
                read.decision().decision(),
                read.partition(),
                read.offset());
    }

    private void take(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        String organization = Headers.text(record.headers(), Headers.ORGANIZATION);
        if (!generation.organization().value().equals(organization)) {
            return;
        }
        try {
            if (record.key() == null) {
                throw new UndecodableException("the record has no key");
            }
            String key = new String(record.key(), StandardCharsets.UTF_8);
            Assertion assertion = null;
            if (record.value() == null) {
                String subject = Headers.text(record.headers(), Headers.SUBJECT);
                if (subject == null) {
                    throw new UndecodableException("the removal does not say of whom");
                }
                deriver.forgotten(
                        record.partition(),
                        record.offset(),
                        AssertionKey.parse(key),
                        AccountId.parse(subject));
            } else {
                assertion = AssertionFormat.read(record.key(), record.value());
                deriver.fact(record.partition(), record.offset(), assertion);
            }
            listener.fact(record, key, assertion);
        } catch (UndecodableException | IllegalArgumentException e) {
            pipeline.deadLetters().send(record, String.valueOf(e.getMessage()));
        }
    }

    private void noteReached() {
        facts.partitions()
                .forEach(partition ->
                        deriver.reached(Deriver.FACTS, partition, facts.position(partition)));
    }

    private void handOn() {
        for (Optional<Step> next = deriver.next(); next.isPresent(); next = deriver.next()) {
            Step step = next.get();
            if (!step.changes().isEmpty()) {
                write(step.changes());
            }
            if (!step.ties().isEmpty()) {
                patience.keepGoing().run();
                ties.send(generation, step.ties());
            }
            Registry registry = pipeline.registry();
            if (!step.events().isEmpty()) {
                registry.identityEvents()
                        .record(generation.organization(), step.decision(), step.events());
            }
            if (step.outcome() != null) {
                outcomes.accept(step.outcome());
                registry.identityEvents().finished(generation.organization(), step.decision());
            }
            deriver.done(step);
        }
    }

    private void write(List<Change> changes) {
        long version = pipeline.registry().organizations().nextVersion(generation.organization());
        List<Refusal> refusals =
                patience.whileBusy(() -> pipeline.writer().write(generation, changes, version));
        for (Refusal refusal : refusals) {
            // There is no record to put aside: comparing the store with the state shows it.
            log.error(
                    "The people store refuses a {}: {}",
                    refusal.change().getClass().getSimpleName(),
                    refusal.reason());
        }
    }

    @Override
    public void close() {
        facts.close();
        decisions.close();
    }
}
