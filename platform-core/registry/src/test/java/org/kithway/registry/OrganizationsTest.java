package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.kithway.model.OrganizationId;
import org.springframework.dao.DuplicateKeyException;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;

@ParameterizedClass
@EnumSource(Database.class)
class OrganizationsTest {
    private final Fixture fixture;
    private final Organizations organizations;

    OrganizationsTest(Database database) {
        fixture = new Fixture(database);
        organizations = fixture.registry.organizations();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void findsWhatItCreated() {
        assertThat(organizations.find(Fixture.ACME)).contains(fixture.acme);
        assertThat(organizations.all())
                .extracting(Organization::id)
                .containsExactly(Fixture.ACME, Fixture.OTHER);
        assertThat(organizations.find(new OrganizationId("nobody"))).isEmpty();
    }

    @Test
    void givesEachOrganizationItsOwnKey() {
        byte[] key = fixture.acme.key().getEncoded();

        assertThat(key).hasSize(32);
        assertThat(organizations.find(Fixture.OTHER).orElseThrow().key().getEncoded())
                .isNotEqualTo(key);
    }

    @Test
    void refusesAnIdThatIsTaken() {
        assertThatThrownBy(() -> organizations.create(Fixture.ACME, "Again"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void promotesAGenerationFromTheExpectedOneOnly() {
        assertThat(organizations.promoteGeneration(Fixture.ACME, 1)).isTrue();
        assertThat(organizations.promoteGeneration(Fixture.ACME, 1)).isFalse();

        assertThat(organizations.generation(Fixture.ACME)).isEqualTo(2);
        assertThat(organizations.generation(Fixture.OTHER)).isEqualTo(1);
    }

    @Test
    void givesOutEveryNumberOnceAndLeavesNoneOut() throws Exception {
        List<List<Long>> drawn =
                Fixture.together(
                        6,
                        () -> {
                            List<Long> numbers = new ArrayList<>();
                            for (int i = 0; i < 50; i++) {
                                numbers.add(organizations.nextVersion(Fixture.ACME));
                            }
                            return numbers;
                        });

        assertThat(drawn).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(drawn.stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(organizations.nextVersion(Fixture.OTHER)).isEqualTo(1);
    }

    @Test
    void takesANumberBackThatWasRolledBack() {
        fixture.transactions.executeWithoutResult(status -> {
            organizations.nextVersion(Fixture.ACME);
            status.setRollbackOnly();
        });

        assertThat(organizations.nextVersion(Fixture.ACME)).isEqualTo(1);
    }

    @Test
    void hasNoNumberForAnUnknownOrganization() {
        assertThatThrownBy(() -> organizations.nextVersion(new OrganizationId("nobody")))
                .isInstanceOf(NoSuchElementException.class);
    }
}
