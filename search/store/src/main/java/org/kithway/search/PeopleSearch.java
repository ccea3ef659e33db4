package org.kithway.search;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.PersonId;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading side: people, by query or by id. */
public interface PeopleSearch {
    /**
     * The people who match, best first.
     *
     * @throws StoreBusyException if the store cannot answer now
     * @throws IllegalArgumentException if the cursor was not given by a page of the same order
     */
    Page search(Viewer viewer, Request request);

    /**
     * The people of these ids whom the viewer sees, by the id that was given: where it is an alias,
     * the person has another one.
     */
    Map<PersonId, PersonDocument> people(Viewer viewer, Set<PersonId> ids);

    /**
     * The people to whom the accounts belong, of those whom the viewer sees, by account.
     *
     * @throws StoreBusyException if the store cannot answer now
     */
    Map<AccountId, PersonDocument> holders(Viewer viewer, Set<AccountId> accounts);

    /** Ids of all people who match, up to the limit, best first. */
    List<PersonId> ids(Viewer viewer, Query query, int limit);

    /**
     * A question for people.
     *
     * @param filters field to values: any of the values must match, in each of the fields
     * @param facets the fields to count
     * @param cursor where the page before ended, or null for the first page
     * @param size 0 to 200
     */
    record Request(
            Query query,
            Map<Field, List<String>> filters,
            Set<Field> facets,
            boolean histogram,
            Sort sort,
            @Nullable String cursor,
            int size) {}

    /** The order of people. */
    enum Sort {
        RELEVANCE,
        NAME,
        TIES
    }

    /**
     * A page of people.
     *
     * @param total how many match in all
     * @param facets per field, values with exact counts, most frequent first; a field's own filter
     *     does not narrow its own counts
     * @param years how many people were connected in each year, ascending
     * @param next the cursor of the next page, or null if this is the last
     */
    record Page(
            long total,
            List<PersonDocument> people,
            Map<Field, List<Count>> facets,
            Map<Integer, Long> years,
            @Nullable String next) {}

    /** A value and how many people have it. */
    record Count(String value, long count) {}
}
