package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;
import org.kithway.registry.Principal;
import org.kithway.registry.Purpose;
import org.kithway.search.Introductions;
import org.kithway.search.PersonDocument;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well people can be reached, and how to ask them. */
final class Reachable {
    /** The factor of those to whom no way is known. */
    static final double UNREACHED = 0.1;

    private final Introductions introductions;
    private final People people;
    private final AskingWillingness willingness;

    Reachable(Introductions introductions, People people, AskingWillingness willingness) {
        this.introductions = introductions;
        this.people = people;
        this.willingness = willingness;
    }

    /** One introduction. */
    record Step(People.Named from, People.Named to, double probability) {}

    /**
     * The best way to a person.
     *
     * @param probability that a request arrives and is answered; 1 for one of those who ask
     * @param steps none for one of those who ask
     */
    record Way(double probability, List<Step> steps) {
        /** The factor of a score: reach counts with its square root. */
        double factor() {
            return Math.sqrt(probability);
        }
    }

    /** The best way from any of the sources, or null if there is none within so many hops. */
    @Nullable Way way(Principal viewer, Set<PersonId> sources, PersonId to, int hops) {
        if (sources.contains(to)) {
            return new Way(1, List.of());
        }
        if (sources.isEmpty()) {
            return null;
        }
        Introductions.Routes found =
                introductions.routes(
                        People.viewer(viewer),
                        new Introductions.Request(
                                sources,
                                Set.of(to),
                                1,
                                hops,
                                1,
                                Set.of(),
                                willingness.of(viewer, Purpose.INTRODUCTION)));
        if (found.routes().isEmpty()) {
            return null;
        }
        Introductions.Route route = found.routes().getFirst();
        Map<PersonId, PersonDocument> persons =
                people.byId(
                        viewer,
                        route.hops().stream()
                                .flatMap(hop -> Stream.of(hop.from(), hop.to()))
                                .collect(Collectors.toSet()));
        return new Way(
                route.probability(),
                route.hops().stream()
                        .map(hop ->
                                new Step(
                                        People.named(hop.from(), persons.get(hop.from())),
                                        People.named(hop.to(), persons.get(hop.to())),
                                        hop.probability()))
                        .toList());
    }

    /** What to do, in one sentence. */
    static String ask(String name, @Nullable Way way) {
        if (way == null) {
            return "Nobody is known who could introduce you to " + name + ".";
        }
        return switch (way.steps().size()) {
            case 0 -> name + " is one of you: ask directly.";
            case 1 -> way.steps().getFirst().from().name() + " knows " + name + " and can ask.";
            default ->
                    way.steps().getFirst().from().name()
                            + " asks "
                            + way.steps().getFirst().to().name()
                            + " for an introduction to "
                            + name
                            + ".";
        };
    }
}
