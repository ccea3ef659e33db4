package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;

import java.util.concurrent.atomic.AtomicInteger;

@ParameterizedClass
@EnumSource(Database.class)
class DecisionsTest {
    private final Fixture fixture;
    private final Decisions decisions;

    DecisionsTest(Database database) {
        fixture = new Fixture(database);
        decisions = fixture.registry.decisions();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void recordsDecisionsInTheirOrder() {
        long first = append(Fixture.ACME, "imp_1");
        long second = append(Fixture.ACME, "imp_2");
        append(Fixture.OTHER, "imp_3");

        assertThat(second).isGreaterThan(first);
        assertThat(decisions.all(Fixture.ACME, 0, 10))
                .containsExactly(logged(first, "imp_1"), logged(second, "imp_2"));
        assertThat(decisions.all(Fixture.ACME, first, 10)).containsExactly(logged(second, "imp_2"));
        assertThat(decisions.all(Fixture.ACME, 0, 1)).containsExactly(logged(first, "imp_1"));
    }

    @Test
    void takesItsNumbersFromTheOrganizationsOneSequence() {
        append(Fixture.ACME, "imp_1");

        assertThat(fixture.registry.organizations().nextVersion(Fixture.ACME)).isEqualTo(2);
        assertThat(append(Fixture.ACME, "imp_2")).isEqualTo(3);
    }

    @Test
    void refusesToRecordWithoutATransaction() {
        assertThatThrownBy(() -> decisions.append(Fixture.ACME, undone("imp_1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgetsWhatWasRolledBack() {
        fixture.transactions.executeWithoutResult(status -> {
            decisions.append(Fixture.ACME, undone("imp_1"));
            status.setRollbackOnly();
        });

        assertThat(decisions.all(Fixture.ACME, 0, 10)).isEmpty();
        assertThat(decisions.unpublished(10)).isEmpty();
    }

    @Test
    void keepsWhatIsNotPublished() {
        long first = append(Fixture.ACME, "imp_1");
        long second = append(Fixture.ACME, "imp_2");
        decisions.markPublished(Fixture.ACME, first);
        decisions.markPublished(Fixture.OTHER, second);

        assertThat(decisions.unpublished(10)).containsExactly(logged(second, "imp_2"));
    }

    @RepeatedTest(3)
    void letsNobodySeeALaterDecisionBeforeAnEarlierOne() throws Exception {
        int writers = 4;
        int each = 20;
        AtomicInteger role = new AtomicInteger();

        Fixture.together(
                writers + 1,
                () -> {
                    if (role.getAndIncrement() > 0) {
                        for (int i = 0; i < each; i++) {
                            append(Fixture.ACME, "imp_" + i);
                        }
                        return true;
                    }
                    long seen = 0;
                    while (seen < (long) writers * each) {
                        for (LoggedDecision next : decisions.all(Fixture.ACME, seen, 1000)) {
                            assertThat(next.sequence()).isEqualTo(++seen);
                        }
                    }
                    return true;
                });

        assertThat(decisions.unpublished(1000)).hasSize(writers * each);
    }

    private long append(OrganizationId organization, String id) {
        return fixture.transactions.execute(status -> decisions.append(organization, undone(id)));
    }

    private static LoggedDecision logged(long sequence, String id) {
        return new LoggedDecision(Fixture.ACME, sequence, TestClock.START, undone(id));
    }

    private static Decision undone(String id) {
        return new Decision.ImportUndone(new ImportId(id));
    }
}
