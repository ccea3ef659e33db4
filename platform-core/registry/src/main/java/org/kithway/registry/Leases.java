package org.kithway.registry;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * What one node holds at a time, for a while. Time is the database's, so that nodes whose clocks
 * disagree still agree on who holds what; each call is a transaction of its own.
 */
public final class Leases {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    public Leases(DataSource dataSource, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(dataSource);
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes the lease if nobody holds it, or prolongs it if {@code holder} does.
     *
     * @return whether {@code holder} holds it now, for {@code time} from now
     */
    public boolean acquire(String name, String holder, Duration time) {
        try {
            return alone.execute(status -> take(name, holder, time));
        } catch (DuplicateKeyException e) {
            // Another was first to enter it.
            return false;
        }
    }

    /**
     * Prolongs the lease.
     *
     * @return false if {@code holder} does not hold it any more
     */
    public boolean renew(String name, String holder, Duration time) {
        return alone.execute(status -> {
            OffsetDateTime now = now();
            return jdbc.sql(
                                    """
                                    UPDATE leases SET expires = :expires
                                    WHERE name = :name AND holder = :holder
                                        AND expires > :now
                                    """)
                            .param("expires", now.plus(time))
                            .param("name", name)
                            .param("holder", holder)
                            .param("now", now)
                            .update()
                    == 1;
        });
    }

    /** Gives the lease back, if {@code holder} has it. */
    public void release(String name, String holder) {
        alone.executeWithoutResult(status ->
                jdbc.sql("DELETE FROM leases WHERE name = :name AND holder = :holder")
                        .param("name", name)
                        .param("holder", holder)
                        .update());
    }

    /** Who holds the lease now. */
    public Optional<String> holder(String name) {
        return alone.execute(status ->
                jdbc.sql("SELECT holder FROM leases WHERE name = :name AND expires > :now")
                        .param("name", name)
                        .param("now", now())
                        .query(String.class)
                        .optional());
    }

    private boolean take(String name, String holder, Duration time) {
        OffsetDateTime now = now();
        int taken =
                jdbc.sql(
                                """
                                UPDATE leases SET holder = :holder, expires = :expires
                                WHERE name = :name AND (holder = :holder OR expires <= :now)
                                """)
                        .param("holder", holder)
                        .param("expires", now.plus(time))
                        .param("name", name)
                        .param("now", now)
                        .update();
        if (taken == 1) {
            return true;
        }
        if (exists(name)) {
            return false;
        }
        jdbc.sql(
                        """
                        INSERT INTO leases (name, holder, expires)
                        VALUES (:name, :holder, :expires)
                        """)
                .param("name", name)
                .param("holder", holder)
                .param("expires", now.plus(time))
                .update();
        return true;
    }

    private boolean exists(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM leases WHERE name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private OffsetDateTime now() {
        return jdbc.sql("SELECT CURRENT_TIMESTAMP").query(OffsetDateTime.class).single();
    }
}
