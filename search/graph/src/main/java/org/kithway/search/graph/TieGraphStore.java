package org.kithway.search.graph;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.route.RouteQuery;
import org.kithway.route.RouteSearch;
import org.kithway.route.TieGraph;
import org.kithway.route.Willingness;
import org.kithway.search.Generation;
import org.kithway.search.Introductions;
import org.kithway.search.TieChange;
import org.kithway.search.TieUpdates;
import org.kithway.search.Viewer;
import org.kithway.strength.TieQualities;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The ties of all organizations in memory. Questions run side by side; a change waits for those
 * under way and is seen by the next. Ties weaken day by day as messages age.
 *
 * <p>With a folder, what is held is saved there when enough has changed and on {@link #close}, and
 * read at the start; {@link #offset} then says from where on the log is to be read. A file that is
 * not whole, or so old that the log may have forgotten removals since, is discarded, and the log is
 * read from its beginning.
 */
public final class TieGraphStore implements Introductions, TieUpdates, AutoCloseable {
    // Not one a thread: where each request has a thread of its own, none would be used again. A
    // search never blocks, so there are hardly more of them than processors.
    private final Queue<RouteSearch> idle = new ConcurrentLinkedQueue<>();
    private final Clock clock;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<OrganizationId, TreeMap<Integer, GenerationGraph>> graphs = new HashMap<>();
    private final Map<OrganizationId, Integer> promoted = new HashMap<>();

    private final @Nullable Snapshots snapshots;

    /** Keeps nothing on disk. */
    public TieGraphStore(Clock clock) {
        this.clock = clock;
        this.snapshots = null;
    }

    /**
     * Goes on from what was saved in the folder.
     *
     * @throws UncheckedIOException if the folder cannot be made or read
     */
    public TieGraphStore(Clock clock, Path folder) {
        this.clock = clock;
        this.snapshots = new Snapshots(folder, clock);
        snapshots.read((generation, graph) ->
                graphs.computeIfAbsent(generation.organization(), o -> new TreeMap<>())
                        .put(generation.number(), graph));
    }

    /** Saves what changed since it was saved last. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (snapshots != null) {
                graphs.forEach((organization, held) ->
                        held.forEach((number, graph) ->
                                snapshots.save(
                                        new Generation(organization, number), graph, today())));
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void apply(Generation generation, List<TieChange> changes, long offset) {
        lock.writeLock().lock();
        try {
            GenerationGraph graph =
                    graphs.computeIfAbsent(generation.organization(), o -> new TreeMap<>())
                            .computeIfAbsent(
                                    generation.number(), n -> new GenerationGraph(today()));
            graph.apply(changes, offset);
            if (snapshots != null) {
                snapshots.changed(generation, changes.size());
                if (snapshots.isDue(generation, graph)) {
                    snapshots.save(generation, graph, today());
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public long offset(Generation generation) {
        lock.readLock().lock();
        try {
            GenerationGraph graph = held(generation);
            return graph == null ? 0 : graph.offset();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void promote(Generation generation) {
        lock.writeLock().lock();
        try {
            promoted.put(generation.organization(), generation.number());
            graphs.getOrDefault(generation.organization(), new TreeMap<>())
                    .headMap(generation.number())
                    .clear();
            if (snapshots != null) {
                snapshots.forgetBefore(generation);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public void each(Generation generation, Consumer<TieChange> action) {
        lock.readLock().lock();
        try {
            GenerationGraph graph = held(generation);
            if (graph != null) {
                graph.each(action);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Routes routes(Viewer viewer, Request request) {
        return asked(
                viewer,
                new Routes(List.of(), true),
                held -> routes(held, viewer.member(), request));
    }

    @Override
    public List<Tie> ties(Viewer viewer, PersonId person, int limit) {
        return asked(viewer, List.of(), held -> ties(held, viewer.member(), person, limit));
    }

    @Override
    public Circle circle(Viewer viewer, Set<PersonId> whose, Set<PersonId> tellers) {
        return asked(
                viewer,
                Circle.EMPTY,
                held -> {
                    TieGraph graph = held.view(viewer.member());
                    return new Surroundings(held, graph, viewer.member(), today())
                            .circle(nodes(held, graph, whose), nodes(held, graph, tellers));
                });
    }

    private Routes routes(GenerationGraph held, MemberId member, Request request) {
        TieGraph graph = held.view(member);
        int[] sources = nodes(held, graph, request.sources());
        int[] targets = nodes(held, graph, request.targets());
        if (sources.length == 0 || targets.length == 0) {
            return new Routes(List.of(), true);
        }
        BitSet excluded = new BitSet();
        for (int node : nodes(held, graph, request.excluded())) {
            excluded.set(node);
        }
        org.kithway.route.Routes found =
                search(
                        graph,
                        RouteQuery.between(sources, targets)
                                .limit(request.routes())
                                .maxHops(request.hops())
                                .perFirstContact(request.perContact())
                                .excluding(excluded)
                                .willingness(willingness(held, graph, request)));
        return new Routes(
                found.routes().stream().map(route -> route(held, member, route)).toList(),
                found.complete());
    }

    private static Willingness willingness(GenerationGraph held, TieGraph graph, Request request) {
        if (request.willing().isEmpty()) {
            return Willingness.FULL;
        }
        double[] willing = new double[graph.nodeCount()];
        Arrays.fill(willing, 1);
        request.willing()
                .forEach((person, chance) -> {
                    Integer node = held.node(person, graph);
                    if (node != null) {
                        willing[node] = chance;
                    }
                });
        return Willingness.of(willing.length, node -> willing[node]);
    }

    private org.kithway.route.Routes search(TieGraph graph, RouteQuery query) {
        RouteSearch taken = idle.poll();
        RouteSearch search = taken == null ? new RouteSearch() : taken;
        try {
            return search.find(graph, query);
        } finally {
            idle.add(search);
        }
    }

    private static Route route(
            GenerationGraph held, MemberId member, org.kithway.route.Route found) {
        List<Hop> hops = new ArrayList<>(found.hops());
        for (int i = 0; i < found.hops(); i++) {
            PersonId from = held.person(found.nodes().get(i));
            PersonId to = held.person(found.nodes().get(i + 1));
            hops.add(
                    new Hop(
                            from,
                            to,
                            found.probabilities().get(i),
                            qualities(held, member, from, to),
                            evidence(held, member, from, to)));
        }
        return new Route(found.probability(), hops);
    }

    private static List<Tie> ties(
            GenerationGraph held, MemberId member, PersonId person, int limit) {
        TieGraph graph = held.view(member);
        Integer node = held.node(person, graph);
        if (node == null) {
            return List.of();
        }
        List<Tie> ties = new ArrayList<>();
        graph.forEachTieFrom(
                node,
                (other, probability) -> {
                    PersonId to = held.person(other);
                    ties.add(
                            new Tie(
                                    to,
                                    probability,
                                    qualities(held, member, person, to),
                                    evidence(held, member, person, to)));
                });
        return ties.stream()
                .sorted(
                        Comparator.comparingDouble(Tie::probability)
                                .reversed()
                                .thenComparing(Tie::other))
                .limit(limit)
                .toList();
    }

    private static TieEvidence evidence(
            GenerationGraph held, MemberId member, PersonId from, PersonId to) {
        return Objects.requireNonNull(
                held.evidence(member, from, to), "a tie of the graph rests on evidence");
    }

    private static TieQualities qualities(
            GenerationGraph held, MemberId member, PersonId from, PersonId to) {
        return held.qualities(evidence(held, member, from, to), from, to);
    }

    private static int[] nodes(GenerationGraph held, TieGraph graph, Set<PersonId> people) {
        return people.stream()
                .map(person -> held.node(person, graph))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private <T> T asked(Viewer viewer, T none, Function<GenerationGraph, T> answer) {
        lockToRead(viewer);
        try {
            GenerationGraph held = answering(viewer.organization());
            return held == null ? none : answer.apply(held);
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Takes the read lock once all is made that the viewer's question needs. A new day, or a
     * member's first question after a change, holds up the others for that, but never for the
     * question itself.
     */
    private void lockToRead(Viewer viewer) {
        Instant today = today();
        lock.readLock().lock();
        GenerationGraph ready = answering(viewer.organization());
        if (ready == null || (ready.isSettled(today) && ready.hasView(viewer.member()))) {
            return;
        }
        lock.readLock().unlock();
        lock.writeLock().lock();
        try {
            // Another may have made it, or changed what answers, between the two locks.
            GenerationGraph held = answering(viewer.organization());
            if (held != null) {
                if (!held.isSettled(today)) {
                    held.settle(today);
                }
                held.view(viewer.member());
            }
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private @Nullable GenerationGraph answering(OrganizationId organization) {
        TreeMap<Integer, GenerationGraph> held = graphs.get(organization);
        if (held == null || held.isEmpty()) {
            return null;
        }
        Integer number = promoted.get(organization);
        return number == null ? held.firstEntry().getValue() : held.get(number);
    }

    private @Nullable GenerationGraph held(Generation generation) {
        TreeMap<Integer, GenerationGraph> held = graphs.get(generation.organization());
        return held == null ? null : held.get(generation.number());
    }

    private Instant today() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }
}
