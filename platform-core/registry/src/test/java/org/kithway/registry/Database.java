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
            return database("template1");
        }

        @Override
        HikariDataSource migrated() {
            return database(template());
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable String template;

    /** A database of its own without any tables. */
    abstract HikariDataSource empty();

    /** A database of its own with the registry's tables. */
    abstract HikariDataSource migrated();

    private static synchronized EmbeddedPostgres postgres() {
        EmbeddedPostgres running = postgres;
        if (running == null) {
            try {
                running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
            postgres = running;
        }
        return running;
    }

    private static synchronized String template() {
        String migrated = template;
        if (migrated == null) {
            try (HikariDataSource dataSource = database("template1")) {
                Registry.migrate(dataSource);
                migrated =
                        JdbcClient.create(dataSource)
                                .sql("SELECT CURRENT_DATABASE()")
                                .query(String.class)
                                .single();
            }
            template = migrated;
        }
        return migrated;
    }

    private static HikariDataSource database(String template) {
        String name = "registry_" + NUMBER.incrementAndGet();
        JdbcClient.create(postgres().getPostgresDatabase())
                .sql("CREATE DATABASE " + name + " TEMPLATE " + template)
                .update();
        return pool(postgres().getJdbcUrl("postgres", name), "postgres");
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
