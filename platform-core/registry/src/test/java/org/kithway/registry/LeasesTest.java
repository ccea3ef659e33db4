package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

@ParameterizedClass
@EnumSource(Database.class)
class LeasesTest {
    private final Fixture fixture;
    private final Leases leases;

    LeasesTest(Database database) {
        fixture = new Fixture(database);
        leases = fixture.registry.leases();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void isHeldByOneAtATime() {
        assertThat(leases.acquire("job", "a", LONG)).isTrue();

        assertThat(leases.acquire("job", "b", LONG)).isFalse();
        assertThat(leases.acquire("job", "a", LONG)).isTrue();
        assertThat(leases.acquire("another job", "b", LONG)).isTrue();
        assertThat(leases.holder("job")).contains("a");
        assertThat(leases.holder("no job")).isEmpty();
    }

    @RepeatedTest(5)
    void isGivenToOneOfManyWhoAskAtOnce() throws Exception {
        AtomicInteger holder = new AtomicInteger();

        List<Boolean> acquired =
                Fixture.together(
                        6, () -> leases.acquire("job", "node-" + holder.incrementAndGet(), LONG));

        assertThat(acquired).containsOnlyOnce(true);
        assertThat(leases.holder("job")).isPresent();
    }

    @Test
    void isTakenOverByOneOfManyOnceItExpired() throws Exception {
        leases.acquire("job", "dead", SHORT);
        AtomicInteger holder = new AtomicInteger();
        await(() -> leases.holder("job").isEmpty());

        List<Boolean> acquired =
                Fixture.together(
                        6, () -> leases.acquire("job", "node-" + holder.incrementAndGet(), LONG));

        assertThat(acquired).containsOnlyOnce(true);
    }

    @Test
    void isRenewedByItsHolderWhileItLasts() {
        assertThat(leases.renew("job", "a", LONG)).isFalse();
        leases.acquire("job", "a", LONG);

        assertThat(leases.renew("job", "b", LONG)).isFalse();
        assertThat(leases.renew("job", "a", SHORT)).isTrue();
        await(() -> leases.holder("job").isEmpty());
        assertThat(leases.renew("job", "a", LONG)).isFalse();
    }

    @Test
    void isReleasedByItsHolderAlone() {
        leases.acquire("job", "a", LONG);
        leases.release("job", "b");
        assertThat(leases.holder("job")).contains("a");

        leases.release("job", "a");

        assertThat(leases.holder("job")).isEmpty();
        assertThat(leases.acquire("job", "b", LONG)).isTrue();
    }

    @Test
    void standsThoughTheTransactionAroundItIsRolledBack() {
        fixture.transactions.executeWithoutResult(status -> {
            leases.acquire("job", "a", LONG);
            status.setRollbackOnly();
        });

        assertThat(leases.holder("job")).contains("a");
    }

    // The database's clock cannot be set: what expires is waited for.
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
