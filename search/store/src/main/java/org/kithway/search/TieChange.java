package org.kithway.search;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;

/**
 * What the deriver says of a pair of people in one layer.
 *
 * @param a the lesser of both ids
 * @param b the greater of both ids
 * @param state what holds from now on
 */
public record TieChange(Layer layer, PersonId a, PersonId b, State state) {
    public TieChange {
        if (a.compareTo(b) >= 0) {
            throw new IllegalArgumentException("a is not less than b");
        }
    }

    /** What holds of a pair in a layer. */
    public sealed interface State {
        /**
         * There is a tie; evidence from a to b. In a member's layer it takes the place of the
         * organization's.
         */
        record Known(TieEvidence evidence) implements State {}

        /** In a member's layer: there is no tie, whatever the organization's layer says. */
        record Absent() implements State {}

        /** The layer says nothing of this pair. */
        record Silent() implements State {}
    }

    /** The evidence if there is a tie. */
    public @Nullable TieEvidence evidence() {
        return state instanceof State.Known known ? known.evidence() : null;
    }
}
