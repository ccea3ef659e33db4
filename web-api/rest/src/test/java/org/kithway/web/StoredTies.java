package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.quality.Coverage;
import org.kithway.search.Introductions;
import org.kithway.search.Viewer;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Answers every question for routes by one route of one hop, from and to the first ones. */
final class StoredTies implements Introductions {
    static final double PROBABILITY = 0.5;
    static final TieEvidence CONNECTED =
            new TieEvidence(
                    List.of(), true, null, TieEvidence.Direction.NONE, TieEvidence.Direction.NONE);

    volatile @Nullable Request asked;
    volatile TieEvidence evidence = CONNECTED;
    volatile @Nullable PersonId other;

    @Override
    public Routes routes(Viewer viewer, Request request) {
        asked = request;
        PersonId from = request.sources().stream().min(PersonId::compareTo).orElseThrow();
        PersonId to = request.targets().stream().min(PersonId::compareTo).orElseThrow();
        return new Routes(
                List.of(new Route(PROBABILITY, List.of(new Hop(from, to, PROBABILITY, evidence)))),
                true);
    }

    @Override
    public List<Tie> ties(Viewer viewer, PersonId person, int limit) {
        PersonId tied = other;
        return tied == null ? List.of() : List.of(new Tie(tied, PROBABILITY, evidence));
    }

    @Override
    public Circle circle(Viewer viewer, Set<PersonId> whose, Set<PersonId> tellers) {
        if (whose.isEmpty()) {
            return new Circle(List.of(), List.of(), 0, List.of(), 0, 0);
        }
        return new Circle(
                List.of(
                        new Circle.Contact(
                                PROBABILITY,
                                true,
                                -1,
                                new TreeSet<>(Set.of(TestConnector.SITE)),
                                whose.size())),
                List.of(),
                0,
                List.of(new Coverage.Reach(new int[] {0}, new double[] {PROBABILITY})),
                1,
                1);
    }
}
