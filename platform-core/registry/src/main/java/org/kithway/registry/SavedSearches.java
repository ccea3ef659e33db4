package org.kithway.registry;

import org.kithway.model.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** Searches that members keep, each its member's own, and what later looks found anew. */
public final class SavedSearches {
    /** Longest query, in characters. */
    public static final int LONGEST_QUERY = 2_000;

    /** Most searches that one member keeps. */
    public static final int MOST = 100;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Tokens tokens;

    SavedSearches(
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock,
            SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.clock = clock;
        this.tokens = new Tokens(random);
    }

    /**
     * @param people whom the last look found
     */
    public record Saved(String id, String query, List<PersonId> people, Instant saved) {
        public Saved {
            people = List.copyOf(people);
        }
    }

    /**
     * A search's answer changed.
     *
     * @param added who was not found before
     * @param gone how many are not found any more
     */
    public record Notification(
            String id, String search, String query, List<PersonId> added, int gone, Instant made) {
        public Notification {
            added = List.copyOf(added);
        }
    }

    /**
     * Keeps a search.
     *
     * @param query at most {@link #LONGEST_QUERY} characters
     * @param people whom it finds now
     * @throws IllegalStateException if the member keeps {@link #MOST} already
     */
    public Saved save(Principal by, String query, Collection<PersonId> people) {
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("the query is too long");
        }
        if (list(by).size() >= MOST) {
            throw new IllegalStateException("a member keeps at most " + MOST + " searches");
        }
        Saved saved =
                new Saved(
                        tokens.id("sea_"),
                        Columns.text(query),
                        List.copyOf(people),
                        Columns.now(clock));
        jdbc.sql(
                        """
                        INSERT INTO saved_searches (id, organization, member, query, people, saved)
                        VALUES (:id, :organization, :member, :query, :people, :saved)
                        """)
                .param("id", saved.id())
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .param("query", saved.query())
                .param("people", CandidateSearches.joined(people))
                .param("saved", Columns.time(saved.saved()))
                .update();
        return saved;
    }

    /** The member's searches, the earliest first. */
    public List<Saved> list(Principal by) {
        return jdbc.sql(
                        """
                        SELECT * FROM saved_searches
                        WHERE organization = :organization AND member = :member
                        ORDER BY saved, id
                        """)
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .query((row, number) ->
                        new Saved(
                                row.getString("id"),
                                row.getString("query"),
                                CandidateSearches.people(row.getString("people")),
                                Columns.time(row, "saved")))
                .list();
    }

    /**
     * Forgets a search and its notifications.
     *
     * @return false if the member has no such one
     */
    public boolean delete(Principal by, String id) {
        return jdbc.sql(
                                """
                                DELETE FROM saved_searches WHERE id = :id
                                AND organization = :organization AND member = :member
                                """)
                        .param("id", id)
                        .param("organization", by.organization().value())
                        .param("member", by.member().value())
                        .update()
                > 0;
    }

    /**
     * Takes down whom a search finds now, and makes a notification if these are not the same as
     * before. Of several looks at once, one makes it.
     */
    public void look(Saved search, Collection<PersonId> found) {
        transactions.executeWithoutResult(status -> {
            Optional<String> before =
                    jdbc.sql("SELECT people FROM saved_searches WHERE id = :id FOR UPDATE")
                            .param("id", search.id())
                            .query(String.class)
                            .optional();
            if (before.isEmpty()) {
                return;
            }
            Set<PersonId> gone = new HashSet<>(CandidateSearches.people(before.get()));
            List<PersonId> added =
                    found.stream().distinct().filter(person -> !gone.remove(person)).toList();
            if (added.isEmpty() && gone.isEmpty()) {
                return;
            }
            jdbc.sql("UPDATE saved_searches SET people = :people WHERE id = :id")
                    .param("id", search.id())
                    .param("people", CandidateSearches.joined(found))
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO notifications (id, search, added, gone, made)
                            VALUES (:id, :search, :added, :gone, :made)
                            """)
                    .param("id", tokens.id("not_"))
                    .param("search", search.id())
                    .param("added", CandidateSearches.joined(added))
                    .param("gone", gone.size())
                    .param("made", Columns.time(Columns.now(clock)))
                    .update();
        });
    }

    /** The member's notifications, the latest first. */
    public List<Notification> notifications(Principal by, int limit) {
        return jdbc.sql(
                        """
                        SELECT n.*, s.query FROM notifications n
                            JOIN saved_searches s ON s.id = n.search
                        WHERE s.organization = :organization AND s.member = :member
                        ORDER BY n.made DESC, n.id LIMIT :limit
                        """)
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .param("limit", limit)
                .query((row, number) ->
                        new Notification(
                                row.getString("id"),
                                row.getString("search"),
                                row.getString("query"),
                                CandidateSearches.people(row.getString("added")),
                                row.getInt("gone"),
                                Columns.time(row, "made")))
                .list();
    }
}
