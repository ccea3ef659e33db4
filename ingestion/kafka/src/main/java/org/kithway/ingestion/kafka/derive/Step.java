package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.registry.IdentityEvent;
import org.kithway.search.Change;
import org.kithway.search.TieChange;

import java.util.List;

/**
 * A part of what follows from a decision, small enough to be sent at once. Both lists are to be
 * applied in their order.
 *
 * @param events merges and splits of people, to be recorded under the decision's number
 * @param decision the number of the decision from which all this follows
 * @param outcome what is brought to its end with this step, or null
 */
public record Step(
        List<Change> changes,
        List<TieChange> ties,
        List<IdentityEvent> events,
        long decision,
        @Nullable Outcome outcome) {
    public Step {
        changes = List.copyOf(changes);
        ties = List.copyOf(ties);
        events = List.copyOf(events);
    }

    /** What became of a decision. */
    public sealed interface Outcome {
        /** All that follows from the import was handed out. */
        record Derived(ImportId imported) implements Outcome {}

        /** All that follows from a decision about people was handed out. */
        record Judged() implements Outcome {}

        /**
         * Nothing rests on the import any more: its {@linkplain DerivedState#keys keys} are to be
         * removed from the log of facts.
         */
        record Withdrawn(ImportId imported) implements Outcome {}
    }
}
