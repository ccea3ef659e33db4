package org.kithway.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that the registry runs on, each the real one. */
enum Database {
    H2 {
        @Override
        HikariDataSource empty() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "registry-");
                return pool(
                        "jdbc:h2:file:"
                                + folder.resolve("h2").toAbsolutePath()
                                + ";LOCK_TIMEOUT=20000",
                        "sa");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        HikariDataSource migrated() {
            HikariDataSource dataSource = empty();
            Registry.migrate(dataSource);
            return dataSource;
        }
    },
    POSTGRESQL {
        @Override
        HikariDataSource empty() {
            String name = "empty_" + NUMBER.incrementAndGet();
            JdbcClient.create(postgres().getPostgresDatabase())
                    .sql("CREATE DATABASE " + name)
                    .update();
            return pool(postgres().getJdbcUrl("postgres", name), "postgres");
        }

        // One database for all tests: three hundred files each are slow to make and to delete.
        @Override
        HikariDataSource migrated() {
            HikariDataSource dataSource =
                    pool(postgres().getJdbcUrl("postgres", "postgres"), "postgres");
            Registry.migrate(dataSource);
            JdbcClient.create(dataSource).sql("TRUNCATE organizations, leases CASCADE").update();
            return dataSource;
        }
    };

    /** As long as a busy machine may take. */
    private static final Duration STARTUP = Duration.ofMinutes(2);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable EmbeddedPostgres postgres;

    /** A database without any tables. */
    abstract HikariDataSource empty();

    /** A database with the registry's tables, all empty. */
    abstract HikariDataSource migrated();

    private static synchronized EmbeddedPostgres postgres() {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            try {
                running = EmbeddedPostgres.builder().setPGStartupWait(STARTUP).start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
            postgres = running;
        }
        return running;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
