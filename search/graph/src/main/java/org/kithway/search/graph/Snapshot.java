package org.kithway.search.graph;

import org.kithway.model.PersonId;
import org.kithway.route.TieGraph;
import org.kithway.search.TieChange;

import java.time.Instant;
import java.util.List;

/**
 * All that a generation's graph holds at an offset of the log.
 *
 * @param saved when it was taken
 * @param offset of the log, after all that is in here
 * @param agedTo up to when messages have lost weight in the graph
 * @param people by their nodes
 * @param graph of the organization's layer
 * @param ties what is said of pairs, in all layers
 */
public record Snapshot(
        Instant saved,
        long offset,
        Instant agedTo,
        List<PersonId> people,
        TieGraph graph,
        Iterable<TieChange> ties) {}
