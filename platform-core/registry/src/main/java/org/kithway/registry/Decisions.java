package org.kithway.registry;

import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/**
 * The log of decisions, and the outbox from which it is published: a decision is recorded in the
 * transaction that makes it, and published afterwards, at least once, in its organization's order.
 */
public final class Decisions {
    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Clock clock;

    public Decisions(DataSource dataSource, Organizations organizations, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Records a decision under the organization's {@linkplain Organizations#nextVersion next
     * number}, in the caller's transaction.
     *
     * @return that number
     * @throws IllegalStateException if there is no transaction
     */
    public long append(OrganizationId organization, Decision decision) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a decision is recorded in the transaction it is made in");
        }
        long sequence = organizations.nextVersion(organization);
        jdbc.sql(
                        """
                        INSERT INTO decisions (organization, sequence, recorded, body, published)
                        VALUES (:organization, :sequence, :recorded, :body, FALSE)
                        """)
                .param("organization", organization.value())
                .param("sequence", sequence)
                .param("recorded", Columns.time(Columns.now(clock)))
                .param("body", DecisionFormat.write(decision))
                .update();
        return sequence;
    }

    /** Decisions not yet published, each organization's in their order. */
    public List<LoggedDecision> unpublished(int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM decisions WHERE published = FALSE
                        ORDER BY organization, sequence LIMIT :limit
                        """)
                .param("limit", limit)
                .query(Decisions::logged)
                .list();
    }

    public void markPublished(OrganizationId organization, long sequence) {
        jdbc.sql(
                        """
                        UPDATE decisions SET published = TRUE
                        WHERE organization = :organization AND sequence = :sequence
                        """)
                .param("organization", organization.value())
                .param("sequence", sequence)
                .update();
    }

    /** The organization's decisions with numbers above {@code after}, in their order. */
    public List<LoggedDecision> all(OrganizationId organization, long after, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM decisions
                        WHERE organization = :organization AND sequence > :after
                        ORDER BY sequence LIMIT :limit
                        """)
                .param("organization", organization.value())
                .param("after", after)
                .param("limit", limit)
                .query(Decisions::logged)
                .list();
    }

    /**
     * The imports that count, with those of their kinds of file that no other export has taken the
     * place of; reads all of the organization's decisions.
     */
    public Map<ImportId, Set<String>> active(OrganizationId organization) {
        List<Decision> decisions = new ArrayList<>();
        long after = 0;
        List<LoggedDecision> page;
        do {
            page = all(organization, after, PAGE);
            for (LoggedDecision logged : page) {
                decisions.add(logged.decision());
                after = logged.sequence();
            }
        } while (page.size() == PAGE);
        return Supersession.active(Supersession.settled(decisions).values());
    }

    private static LoggedDecision logged(ResultSet row, int number) throws SQLException {
        return new LoggedDecision(
                new OrganizationId(row.getString("organization")),
                row.getLong("sequence"),
                Columns.time(row, "recorded"),
                DecisionFormat.read(row.getString("body")));
    }
}
