package org.kithway.registry;

import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Whether an organization lets candidates be searched, which it does not unless an administrator
 * says so, and the record of each search.
 */
public final class CandidateSearches {
    /** Longest purpose, in characters. */
    public static final int LONGEST_PURPOSE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Tokens tokens;

    CandidateSearches(
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
     * A search as it was made.
     *
     * @param people whom the answer named, best first
     */
    public record Recorded(MemberId member, String purpose, List<PersonId> people, Instant asked) {
        public Recorded {
            people = List.copyOf(people);
        }
    }

    /** Whether candidates may be searched. */
    public boolean allowed(OrganizationId organization) {
        return jdbc.sql("SELECT allowed FROM candidate_settings WHERE organization = :organization")
                .param("organization", organization.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Lets candidates be searched, or not any more. */
    public void allow(Principal by, boolean allowed) {
        transactions.executeWithoutResult(status -> {
            // One change at a time in an organization.
            jdbc.sql("SELECT id FROM organizations WHERE id = :id FOR UPDATE")
                    .param("id", by.organization().value())
                    .query(String.class)
                    .single();
            jdbc.sql("DELETE FROM candidate_settings WHERE organization = :organization")
                    .param("organization", by.organization().value())
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO candidate_settings
                                (organization, allowed, changed_by, changed)
                            VALUES (:organization, :allowed, :by, :changed)
                            """)
                    .param("organization", by.organization().value())
                    .param("allowed", allowed)
                    .param("by", by.member().value())
                    .param("changed", Columns.time(Columns.now(clock)))
                    .update();
        });
    }

    /**
     * Records a search.
     *
     * @param purpose 1 to {@link #LONGEST_PURPOSE} characters
     * @param people whom the answer names, best first
     */
    public void record(Principal by, String purpose, Collection<PersonId> people) {
        if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
            throw new IllegalArgumentException("the purpose is empty or too long");
        }
        jdbc.sql(
                        """
                        INSERT INTO candidate_searches
                            (id, organization, member, purpose, people, asked)
                        VALUES (:id, :organization, :member, :purpose, :people, :asked)
                        """)
                .param("id", tokens.id("can_"))
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .param("purpose", Columns.text(purpose))
                .param("people", joined(people))
                .param("asked", Columns.time(Columns.now(clock)))
                .update();
    }

    /** The searches of the organization's members, the latest first. */
    public List<Recorded> list(OrganizationId organization, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM candidate_searches WHERE organization = :organization
                        ORDER BY asked DESC, id LIMIT :limit
                        """)
                .param("organization", organization.value())
                .param("limit", limit)
                .query((row, number) ->
                        new Recorded(
                                new MemberId(row.getString("member")),
                                row.getString("purpose"),
                                people(row.getString("people")),
                                Columns.time(row, "asked")))
                .list();
    }

    /** Ids in a column. */
    static String joined(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).collect(Collectors.joining(" "));
    }

    static List<PersonId> people(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(" ", -1)).map(PersonId::new).toList();
    }
}
