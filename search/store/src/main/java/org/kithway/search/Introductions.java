package org.kithway.search;

import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.quality.Circle;
import org.kithway.strength.TieQualities;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading side of the tie graph. */
public interface Introductions {
    /** The best routes from any of the sources to any of the targets. */
    Routes routes(Viewer viewer, Request request);

    /** The person's ties, strongest first, at most the limit. */
    List<Tie> ties(Viewer viewer, PersonId person, int limit);

    /**
     * The people, taken together, with those whom they know as the viewer sees them.
     *
     * @param tellers whose own ties are known
     */
    Circle circle(Viewer viewer, Set<PersonId> whose, Set<PersonId> tellers);

    /**
     * A question for routes.
     *
     * @param routes how many, 1 to 100
     * @param hops at most so many introductions in a row, 1 to 6
     * @param perContact at most so many of them through the same first contact, 1 to 100, so that
     *     not everybody asks the same person
     * @param excluded people who may not take part
     * @param willing how likely people are to pass on what they are asked for, 0 to 1; those who
     *     are not there do for certain, those with 0 take no part
     */
    record Request(
            Set<PersonId> sources,
            Set<PersonId> targets,
            int routes,
            int hops,
            int perContact,
            Set<PersonId> excluded,
            Map<PersonId, Double> willing) {
        public Request {
            sources = Set.copyOf(sources);
            targets = Set.copyOf(targets);
            excluded = Set.copyOf(excluded);
            willing = Map.copyOf(willing);
            if (routes < 1 || routes > 100) {
                throw new IllegalArgumentException("routes is not 1 to 100");
            }
            if (hops < 1 || hops > 6) {
                throw new IllegalArgumentException("hops is not 1 to 6");
            }
            if (perContact < 1 || perContact > 100) {
                throw new IllegalArgumentException("perContact is not 1 to 100");
            }
        }
    }

    /**
     * @param complete whether it is proven that no better routes exist
     */
    record Routes(List<Route> routes, boolean complete) {}

    /**
     * A chain of people each of whom knows the next.
     *
     * @param probability the product of the hops' probabilities
     */
    record Route(double probability, List<Hop> hops) {}

    /**
     * One introduction.
     *
     * @param probability that {@code to} answers {@code from}, above 0, at most 1
     * @param qualities what that is made of, and how sure it is
     * @param evidence what it rests on, seen from {@code from}
     */
    record Hop(
            PersonId from,
            PersonId to,
            double probability,
            TieQualities qualities,
            TieEvidence evidence) {}

    /** A tie of a person, seen from that person. */
    record Tie(PersonId other, double probability, TieQualities qualities, TieEvidence evidence) {}
}
