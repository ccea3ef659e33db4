package org.kithway.ingestion.kafka.derive;

import org.kithway.search.DocumentWriter;
import org.kithway.search.TieChange;

import java.util.List;

/**
 * Where the deriver's steps go, beside the {@link DocumentWriter}. Every method returns once what
 * it was given is safe, may be given the same again, and throws {@link
 * org.kithway.search.StoreBusyException} or {@link
 * org.kithway.ingestion.FactLog.LogUnavailableException} if it is to be asked again later.
 */
public interface DeriverOutlet {
    /** Appends what is said of pairs, in this order. */
    void ties(List<TieChange> changes);

    /** Lets the log of facts forget these keys. */
    void forget(List<DerivedState.Key> keys);

    /** An import's last step is done; notes it in the registry. */
    void finished(Step.Outcome outcome);

    /** The store will never take these changes: puts them aside with their reasons. */
    void refused(List<DocumentWriter.Refusal> refusals);

    /** A record that cannot be read: puts it aside with the reason. */
    void unreadable(DeriverSource.FactRecord fact, String reason);
}
