package org.kithway.registry;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;

import javax.sql.DataSource;

/** All that the registry keeps, on one database: H2 or PostgreSQL 16 and later. */
public record Registry(
        Organizations organizations,
        Members members,
        Access access,
        Imports imports,
        Ledger ledger,
        Decisions decisions,
        Verdicts verdicts,
        IdentityEvents identityEvents,
        Asks asks,
        Leases leases,
        Suppressions suppressions,
        CandidateSearches candidateSearches,
        SavedSearches savedSearches) {
    private static final String MIGRATIONS = "classpath:org/kithway/registry/migration";
    private static final String HISTORY = "registry_history";

    /**
     * @param transactions manages transactions of {@code dataSource}
     */
    public static Registry on(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            SecureRandom random) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        Organizations organizations = new Organizations(dataSource, clock, random);
        Decisions decisions = new Decisions(dataSource, organizations, clock);
        return new Registry(
                organizations,
                new Members(dataSource, clock, random),
                new Access(dataSource, template, clock, random),
                new Imports(dataSource, template, clock, random),
                new Ledger(dataSource, template),
                decisions,
                new Verdicts(dataSource, template, decisions, clock, random),
                new IdentityEvents(dataSource, template, clock),
                new Asks(dataSource, template, decisions, clock, random),
                new Leases(dataSource, transactions),
                new Suppressions(dataSource, template, clock),
                new CandidateSearches(dataSource, template, clock, random),
                new SavedSearches(dataSource, template, clock, random));
    }

    /**
     * Brings the registry's tables to this version. Tables of others in the same database are left
     * alone; nodes that do it at once wait for each other.
     */
    public static void migrate(DataSource dataSource) {
        Flyway flyway =
                Flyway.configure(Registry.class.getClassLoader())
                        .dataSource(dataSource)
                        .locations(MIGRATIONS)
                        .table(HISTORY)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            // Of nodes that find a new database at once, Flyway lets one make the history's table
            // and stops the others. By now the table is there to be waited at.
            try {
                flyway.migrate();
            } catch (FlywayException again) {
                again.addSuppressed(e);
                throw again;
            }
        }
    }
}
