package org.kithway.search;

import java.util.function.Consumer;

/** All that the people store holds, to be compared with what it should hold. */
public interface Inventory {
    /**
     * Hands on all people of all layers, each once, without holding them all in memory. Only those
     * that were visible to searches before the call are sure to be among them.
     *
     * @throws StoreBusyException if the store cannot answer now
     */
    void people(Generation generation, Consumer<PersonDocument> action);

    /**
     * Hands on all evidence of all layers, in the same way.
     *
     * @throws StoreBusyException if the store cannot answer now
     */
    void evidence(Generation generation, Consumer<EvidenceDocument> action);
}
