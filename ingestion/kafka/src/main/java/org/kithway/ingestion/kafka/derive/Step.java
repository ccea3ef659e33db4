package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.search.Change;
import org.kithway.search.TieChange;

import java.util.List;

/**
 * A part of what follows from a decision, small enough to be sent at once. Both lists are to be
 * applied in their order.
 *
 * @param outcome what is brought to its end with this step, or null
 */
public record Step(List<Change> changes, List<TieChange> ties, @Nullable Outcome outcome) {
    public Step {
        changes = List.copyOf(changes);
        ties = List.copyOf(ties);
    }

    /** What became of an import. */
    public sealed interface Outcome {
        ImportId imported();

        /** All that follows from the import was handed out. */
        record Derived(ImportId imported) implements Outcome {}

        /**
         * Nothing rests on the import any more: its {@linkplain DerivedState#keys keys} are to be
         * removed from the log of facts.
         */
        record Withdrawn(ImportId imported) implements Outcome {}
    }
}
