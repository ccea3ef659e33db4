package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.util.List;

/** Looks after what is derived from the logs: checks it, and builds it anew. */
public interface Projections {
    /**
     * Compares ledger, topic, index, people and graph, import by import; takes time in proportion
     * to what is stored.
     */
    List<Check> verify(OrganizationId organization);

    /**
     * Builds everything derived anew from the logs beside what answers, then puts it in its place.
     * Returns at once.
     *
     * @return false if a rebuild is under way already
     */
    boolean rebuild(OrganizationId organization);

    /**
     * How the rebuild that is under way or was the last one stands; null if there was none since
     * the start.
     */
    @Nullable RebuildState rebuildState(OrganizationId organization);

    /** Hands the dead letters of the organization to their topic again, and returns how many. */
    int replayDeadLetters(OrganizationId organization);

    /**
     * One comparison.
     *
     * @param imported the import it is about, or null if it is about the organization as a whole
     * @param subject what is compared, such as {@code ledger adds up}
     * @param finding null if all is well, else what differs, in numbers
     */
    record Check(@Nullable ImportId imported, String subject, @Nullable String finding) {}

    /**
     * @param done share of the logs read, 0 to 1
     * @param failure why it ended without success, or null
     */
    record RebuildState(boolean running, double done, @Nullable String failure) {}
}
