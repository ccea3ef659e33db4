package org.kithway.registry;

import com.zaxxer.hikari.HikariDataSource;

import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A registry that holds two organizations and three members. */
final class Fixture implements AutoCloseable {
    static final OrganizationId ACME = new OrganizationId("acme");
    static final OrganizationId OTHER = new OrganizationId("other");

    final TestClock clock = new TestClock();
    final HikariDataSource dataSource;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final Registry registry;
    final Organization acme;
    final Member ann;
    final Member ben;
    final Member stranger;

    Fixture(Database database) {
        dataSource = database.migrated();
        jdbc = JdbcClient.create(dataSource);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        transactions = new TransactionTemplate(manager);
        registry = Registry.on(dataSource, manager, clock, new SecureRandom());
        acme = registry.organizations().create(ACME, "Acme");
        registry.organizations().create(OTHER, "Other");
        ann = registry.members().create(ACME, "Ann", Role.MEMBER);
        ben = registry.members().create(ACME, "Ben", Role.ADMIN);
        stranger = registry.members().create(OTHER, "Ann", Role.ADMIN);
    }

    /** A shared archive of the member; the same digit stands for the same bytes. */
    NewImport archive(Member member, int digit) {
        return archive(member, digit, Layer.ORGANIZATION);
    }

    NewImport archive(Member member, int digit, Layer layer) {
        return new NewImport(
                registry.imports().newId(),
                member.organization(),
                member.id(),
                member.id(),
                false,
                null,
                layer,
                "export.zip",
                1000,
                Integer.toString(digit).repeat(64),
                Map.of("since", "2020"));
    }

    ImportId submitted(Member member, int digit) {
        return registry.imports().submit(archive(member, digit)).id();
    }

    /** Runs the same in several threads that begin at once. */
    static <T> List<T> together(int threads, Callable<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(
                        executor.submit(() -> {
                            start.await();
                            return task.call();
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
