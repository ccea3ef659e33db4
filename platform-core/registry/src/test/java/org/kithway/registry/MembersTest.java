package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Database.class)
class MembersTest {
    private final Fixture fixture;
    private final Members members;

    MembersTest(Database database) {
        fixture = new Fixture(database);
        members = fixture.registry.members();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void findsAMemberByIdInItsOwnOrganizationOnly() {
        assertThat(members.find(Fixture.ACME, fixture.ann.id())).contains(fixture.ann);
        assertThat(members.find(Fixture.OTHER, fixture.ann.id())).isEmpty();
    }

    @Test
    void findsAMemberByNameWhateverItsCaseAndItsAccents() {
        Member zoe = members.create(Fixture.ACME, " Zo\u00eb \u00c9mile ", Role.ANALYST);

        assertThat(zoe.name()).isEqualTo("Zo\u00eb \u00c9mile");
        assertThat(members.byName(Fixture.ACME, "ZOE\u0308 e\u0301mile")).contains(zoe);
        assertThat(members.byName(Fixture.ACME, "Zo\u00eb")).isEmpty();
        assertThat(members.byName(Fixture.OTHER, zoe.name())).isEmpty();
    }

    @Test
    void refusesANameThatIsTakenWithoutRepeatingIt() {
        assertThatThrownBy(() -> members.create(Fixture.ACME, "ANN", Role.MEMBER))
                .isInstanceOf(Members.NameTakenException.class)
                .hasNoCause()
                .hasMessageNotContaining("ANN")
                .hasMessageNotContaining("Ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> members.create(Fixture.ACME, name, Role.MEMBER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsTheMembersOfOneOrganizationByName() {
        Member adam = members.create(Fixture.ACME, "adam", Role.MEMBER);

        assertThat(members.list(Fixture.ACME)).containsExactly(adam, fixture.ann, fixture.ben);
    }

    @Test
    void changesTheRoleOfAnOwnMemberOnly() {
        assertThat(members.changeRole(Fixture.OTHER, fixture.ann.id(), Role.ADMIN)).isFalse();
        assertThat(members.changeRole(Fixture.ACME, fixture.ann.id(), Role.ANALYST)).isTrue();

        assertThat(members.find(Fixture.ACME, fixture.ann.id()).orElseThrow().role())
                .isEqualTo(Role.ANALYST);
    }

    @Test
    void ranksRoles() {
        assertThat(Role.ADMIN.covers(Role.ANALYST)).isTrue();
        assertThat(Role.ANALYST.covers(Role.ANALYST)).isTrue();
        assertThat(Role.MEMBER.covers(Role.ANALYST)).isFalse();
    }
}
