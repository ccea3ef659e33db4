package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.quality.Coverage;
import org.kithway.quality.Usage;
import org.kithway.search.Introductions;
import org.kithway.search.Viewer;
import org.kithway.statistics.Estimate;
import org.kithway.strength.TieQualities;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers every question for routes by one route of one hop, from and to the first ones. */
final class StoredTies implements Introductions {
    static final double PROBABILITY = 0.5;
    static final PersonId NORA = new PersonId("per_nora");
    static final TieEvidence CONNECTED =
            TieEvidence.at(
                    TestConnector.SITE,
                    true,
                    null,
                    TieEvidence.Direction.NONE,
                    TieEvidence.Direction.NONE);

    static final TieQualities QUALITIES =
            new TieQualities(true, new Estimate(0.3, 0.5, 0.7), new Estimate(0.9, 1, 1));

    volatile @Nullable Request asked;
    volatile TieEvidence evidence = CONNECTED;
    volatile @Nullable PersonId other;

    @Override
    public Routes routes(Viewer viewer, Request request) {
        asked = request;
        PersonId from = request.sources().stream().min(PersonId::compareTo).orElseThrow();
        PersonId to = request.targets().stream().min(PersonId::compareTo).orElseThrow();
        return new Routes(
                List.of(
                        new Route(
                                PROBABILITY,
                                List.of(new Hop(from, to, PROBABILITY, QUALITIES, evidence)))),
                true);
    }

    @Override
    public List<Tie> ties(Viewer viewer, PersonId person, int limit) {
        PersonId tied = other;
        return tied == null ? List.of() : List.of(new Tie(tied, PROBABILITY, QUALITIES, evidence));
    }

    @Override
    public Circle circle(Viewer viewer, Set<PersonId> whose, Set<PersonId> tellers) {
        if (whose.isEmpty()) {
            return Circle.EMPTY;
        }
        return new Circle(
                List.of(
                        new Circle.Contact(
                                NORA,
                                PROBABILITY,
                                true,
                                false,
                                -1,
                                3,
                                1,
                                new TreeSet<>(Set.of(TestConnector.SITE)),
                                List.copyOf(whose))),
                List.of(),
                List.of(new Coverage.Reach(new int[] {0}, new double[] {PROBABILITY})),
                whose.stream().map(one -> new Usage(one, 1, 1, 1, 1, 3, 1, 1)).toList(),
                1,
                1);
    }
}
