package org.kithway.route;

import java.util.List;

/**
 * The answer to a {@link RouteQuery}.
 *
 * @param routes the best routes, best first; equally good ones by fewer hops, then by their nodes'
 *     numbers in order
 * @param complete whether these are proven to be the best; if not, the query's budget ended the
 *     search, and better routes or more of them may exist
 * @param expansions how many ties were looked at, the measure of the budget
 */
public record Routes(List<Route> routes, boolean complete, long expansions) {

    public Routes {
        routes = List.copyOf(routes);
    }
}
