package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.AccountId;

import java.util.HashSet;
import java.util.Set;

@ParameterizedClass
@EnumSource(Database.class)
class SuppressionsTest {
    private final Fixture fixture;
    private final Suppressions suppressions;

    SuppressionsTest(Database database) {
        fixture = new Fixture(database);
        suppressions = fixture.registry.suppressions();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void findsWhatWasAddedInThatOrganizationOnly() {
        suppressions.add(Fixture.ACME, Set.of("a", "b"));
        suppressions.add(Fixture.ACME, Set.of("b", "c"));

        assertThat(suppressions.contains(Fixture.ACME, Set.of("a", "b", "c", "d")))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(suppressions.contains(Fixture.OTHER, Set.of("a"))).isEmpty();
        assertThat(suppressions.contains(Fixture.ACME, Set.of())).isEmpty();
    }

    @Test
    void looksUpManyAtOnce() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1200; i++) {
            all.add("digest-" + i);
        }
        suppressions.add(Fixture.ACME, all);

        assertThat(suppressions.contains(Fixture.ACME, all)).isEqualTo(all);
    }

    @Test
    void addsTheSameFromManyThreads() throws Exception {
        Fixture.together(
                4,
                () -> {
                    suppressions.add(Fixture.ACME, Set.of("a", "b"));
                    return true;
                });

        assertThat(suppressions.contains(Fixture.ACME, Set.of("a", "b"))).hasSize(2);
    }

    @Test
    void digestsAnAccountWithTheOrganizationsKey() {
        AccountId account = AccountId.email("ann@example.org");
        String digest = Suppressions.digest(fixture.acme.key(), account);
        Organization other = fixture.registry.organizations().find(Fixture.OTHER).orElseThrow();

        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(Suppressions.digest(fixture.acme.key(), account)).isEqualTo(digest);
        assertThat(Suppressions.digest(other.key(), account)).isNotEqualTo(digest);
    }
}
