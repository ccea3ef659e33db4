package org.kithway.ingestion.kafka;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.kafka.TieFormat.Tie;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Organization;
import org.kithway.registry.Registry;
import org.kithway.search.Generation;
import org.kithway.search.TieChange;
import org.kithway.search.TieUpdates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the topic of ties and keeps this node's tie graph up with it: the generations that
 * answer, and those that rebuilds fill. A generation that the registry lets answer is put in its
 * place once all is applied that was said of it until then.
 *
 * <p>A record that cannot be read is passed over and logged; the comparison of graph and state then
 * shows it, and a rebuild mends it.
 */
public final class TieFeed implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TieFeed.class);
    private static final Duration LOOK_FOR_GENERATIONS = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final Topics topics;
    private final Registry registry;
    private final Builds builds;
    private final TieUpdates graph;
    private final Loop loop;

    private @Nullable TopicReader reader;
    private long endAtStart;
    private long lastLook;
    private volatile boolean ready;

    // What answers in the graph, and from which offset on its successor may.
    private final Map<OrganizationId, Integer> answering = new HashMap<>();
    private final Map<OrganizationId, Promotion> promotions = new HashMap<>();

    private record Promotion(Generation generation, long from) {}

    private TieFeed(Pipeline pipeline, TieUpdates graph) {
        this.clients = pipeline.clients();
        this.topics = pipeline.topics();
        this.registry = pipeline.registry();
        this.builds = new Builds(registry);
        this.graph = graph;
        this.loop = Loop.start("tie-feed", this::turn, this::leave);
    }

    public static TieFeed start(Pipeline pipeline, TieUpdates graph) {
        return new TieFeed(pipeline, graph);
    }

    /** Whether all is applied that the topic said when this node started. */
    public boolean ready() {
        return ready;
    }

    /** Why the graph is not kept up, or null if it is. */
    public @Nullable String failure() {
        return loop.failure();
    }

    @Override
    public void close() {
        loop.close();
    }

    private void turn(Loop turning) {
        try {
            TopicReader reading = join();
            Map<Generation, List<TieChange>> changes = new LinkedHashMap<>();
            List<Tie> ties = new ArrayList<>();
            int count =
                    reading.poll(record -> {
                        try {
                            ties.add(TieFormat.read(record.key(), record.value()));
                        } catch (UndecodableException e) {
                            log.error(
                                    "Record {} of {} is passed over: {}",
                                    record.offset(),
                                    record.topic(),
                                    e.getMessage());
                        }
                    });
            if (count > 0 || System.nanoTime() - lastLook > LOOK_FOR_GENERATIONS.toNanos()) {
                lookForGenerations(reading);
            }
            for (Tie tie : ties) {
                if (concerns(tie.generation())) {
                    changes.computeIfAbsent(tie.generation(), key -> new ArrayList<>())
                            .add(tie.change());
                }
            }
            long offset = reading.position(0);
            changes.forEach((generation, some) -> {
                if (graph.offset(generation) < offset) {
                    graph.apply(generation, some, offset);
                }
            });
            promote(offset);
            ready |= offset >= endAtStart;
        } catch (RuntimeException e) {
            leave();
            throw e;
        }
    }

    private TopicReader join() {
        TopicReader reading = reader;
        if (reading != null) {
            return reading;
        }
        answering.clear();
        promotions.clear();
        long from = Long.MAX_VALUE;
        for (Organization organization : registry.organizations().all()) {
            Generation generation = generation(organization);
            answering.put(organization.id(), generation.number());
            graph.promote(generation);
            // What is being built may have been begun before this node was started.
            for (Generation target : builds.targets(organization.id())) {
                from = Math.min(from, graph.offset(target));
            }
        }
        long start = from == Long.MAX_VALUE ? 0 : from;
        reading = TopicReader.from(clients, topics.ties(), partition -> start);
        endAtStart = reading.ends().getOrDefault(0, 0L);
        reader = reading;
        return reading;
    }

    private void leave() {
        if (reader != null) {
            TopicReader left = reader;
            reader = null;
            left.close();
        }
    }

    /** Older generations are on their way out, whatever is still said of them. */
    private boolean concerns(Generation generation) {
        OrganizationId organization = generation.organization();
        Promotion promotion = promotions.get(organization);
        Integer present = answering.get(organization);
        return present != null
                && generation.number()
                        >= (promotion == null ? present : promotion.generation().number());
    }

    private void lookForGenerations(TopicReader reading) {
        lastLook = System.nanoTime();
        for (Organization organization : registry.organizations().all()) {
            Generation generation = generation(organization);
            Integer present = answering.get(organization.id());
            if (present == null) {
                answering.put(organization.id(), generation.number());
                graph.promote(generation);
            } else if (present < generation.number()) {
                Promotion known = promotions.get(organization.id());
                if (known == null || !known.generation().equals(generation)) {
                    long end = reading.ends().getOrDefault(0, 0L);
                    promotions.put(organization.id(), new Promotion(generation, end));
                }
            }
        }
    }

    private void promote(long offset) {
        promotions
                .values()
                .removeIf(promotion -> {
                    if (offset < promotion.from()) {
                        return false;
                    }
                    graph.promote(promotion.generation());
                    answering.put(
                            promotion.generation().organization(), promotion.generation().number());
                    return true;
                });
    }

    private static Generation generation(Organization organization) {
        return new Generation(organization.id(), organization.generation());
    }
}
