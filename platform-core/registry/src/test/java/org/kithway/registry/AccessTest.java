package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@ParameterizedClass
@EnumSource(Database.class)
class AccessTest {
    private final Fixture fixture;
    private final Access access;

    AccessTest(Database database) {
        fixture = new Fixture(database);
        access = fixture.registry.access();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void redeemsALinkForASession() {
        Access.NewSession session =
                access.redeem(access.createLink(fixture.ann.id())).orElseThrow();

        assertThat(session.principal()).isEqualTo(fixture.ann.principal());
        assertThat(access.session(session.token())).contains(fixture.ann.principal());
    }

    @Test
    void redeemsALinkOnce() {
        String link = access.createLink(fixture.ann.id());
        assertThat(access.redeem(link)).isPresent();

        assertThat(access.redeem(link)).isEmpty();
    }

    @RepeatedTest(10)
    void redeemsALinkOnceThoughManyTry() throws Exception {
        String link = access.createLink(fixture.ann.id());

        List<Optional<Access.NewSession>> sessions = Fixture.together(6, () -> access.redeem(link));

        assertThat(sessions.stream().filter(Optional::isPresent)).hasSize(1);
    }

    @Test
    void refusesALinkAfterAnHour() {
        String link = access.createLink(fixture.ann.id());
        fixture.clock.advance(Access.LINK_LIFE);

        assertThat(access.redeem(link)).isEmpty();
    }

    @Test
    void takesATokenForWhatItIsOnly() {
        String link = access.createLink(fixture.ann.id());
        String key = access.createKey(fixture.ann.id(), "laptop", null).token();

        assertThat(access.session(link)).isEmpty();
        assertThat(access.key(link)).isEmpty();
        assertThat(access.session(key)).isEmpty();
        assertThat(access.redeem(key)).isEmpty();
        assertThat(access.key("kw_nothing")).isEmpty();
    }

    @Test
    void keepsASessionWhileItIsUsed() {
        String token = session();
        for (int i = 0; i < 4; i++) {
            fixture.clock.advance(Duration.ofHours(11));
            assertThat(access.session(token)).isPresent();
        }

        fixture.clock.advance(Access.SESSION_LIFE);

        assertThat(access.session(token)).isEmpty();
    }

    @Test
    void endsASession() {
        String token = session();
        access.endSession(token);

        assertThat(access.session(token)).isEmpty();
    }

    @Test
    void actsWithTheRoleThatTheMemberHasNow() {
        String session = session();
        String key = access.createKey(fixture.ann.id(), "laptop", null).token();
        fixture.registry.members().changeRole(Fixture.ACME, fixture.ann.id(), Role.ANALYST);

        Principal now = new Principal(Fixture.ACME, fixture.ann.id(), Role.ANALYST);
        assertThat(access.session(session)).contains(now);
        assertThat(access.key(key)).contains(now);
    }

    @Test
    void listsAKeyWithItsLastUse() {
        Access.NewKey key = access.createKey(fixture.ann.id(), "laptop", null);
        assertThat(access.keys(Fixture.ACME, fixture.ann.id())).containsExactly(key.key());

        fixture.clock.advance(Duration.ofDays(400));
        assertThat(access.key(key.token())).contains(fixture.ann.principal());

        assertThat(access.keys(Fixture.ACME, fixture.ann.id()))
                .extracting(ApiKey::lastUsed)
                .containsExactly(fixture.clock.instant());
        assertThat(access.keys(Fixture.OTHER, fixture.ann.id())).isEmpty();
        assertThat(access.keys(Fixture.ACME, fixture.ben.id())).isEmpty();
    }

    @Test
    void refusesAnExpiredKeyAndStillListsIt() {
        Instant expires = TestClock.START.plus(Duration.ofDays(1));
        Access.NewKey key = access.createKey(fixture.ann.id(), "laptop", expires);
        assertThat(access.key(key.token())).isPresent();
        fixture.clock.advance(Duration.ofDays(1));

        assertThat(access.key(key.token())).isEmpty();
        access.forgetExpired();
        assertThat(access.keys(Fixture.ACME, fixture.ann.id()))
                .extracting(ApiKey::expires)
                .containsExactly(expires);
    }

    @Test
    void refusesARevokedKey() {
        Access.NewKey key = access.createKey(fixture.ann.id(), "laptop", null);

        assertThat(access.revokeKey(Fixture.ACME, fixture.ann.id(), key.key().id())).isTrue();

        assertThat(access.key(key.token())).isEmpty();
        assertThat(access.keys(Fixture.ACME, fixture.ann.id())).isEmpty();
    }

    @Test
    void revokesAKeyOfThatMemberOnly() {
        Access.NewKey key = access.createKey(fixture.ann.id(), "laptop", null);

        assertThat(access.revokeKey(Fixture.ACME, fixture.ben.id(), key.key().id())).isFalse();
        assertThat(access.revokeKey(Fixture.OTHER, fixture.ann.id(), key.key().id())).isFalse();

        assertThat(access.key(key.token())).isPresent();
    }

    @Test
    void forgetsWhatIsOver() {
        access.createLink(fixture.ann.id());
        session();
        fixture.clock.advance(Duration.ofHours(2));

        assertThat(access.forgetExpired()).isEqualTo(1);
        fixture.clock.advance(Access.SESSION_LIFE);
        assertThat(access.forgetExpired()).isEqualTo(1);
    }

    @Test
    void keepsNoTokenInClear() throws Exception {
        String link = access.createLink(fixture.ann.id());
        String session = session();
        Access.NewKey key = access.createKey(fixture.ann.id(), "laptop", null);
        String secret = key.token().substring(key.token().lastIndexOf('_') + 1);
        access.key(key.token());

        String everything = everyValueOfEveryTable();

        assertThat(everything).contains("laptop").contains(key.key().id());
        assertThat(everything).doesNotContain(link, session, key.token(), secret);
        assertThat(key.toString() + access.redeem(link)).doesNotContain(secret, link);
    }

    @Test
    void drawsSecretsOf256Bits() {
        String key = access.createKey(fixture.ann.id(), "laptop", null).token();

        assertThat(access.createLink(fixture.ann.id())).matches("[a-z2-7]{52}");
        assertThat(session()).matches("[a-z2-7]{52}");
        assertThat(key).matches("kw_[a-z2-7]{12}_[a-z2-7]{52}");
    }

    @Test
    void refusesANameThatIsNone() {
        assertThatThrownBy(() -> access.createKey(fixture.ann.id(), "x".repeat(201), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("xx");
    }

    private String session() {
        return access.redeem(access.createLink(fixture.ann.id())).orElseThrow().token();
    }

    private String everyValueOfEveryTable() throws SQLException {
        StringBuilder values = new StringBuilder();
        try (Connection connection = fixture.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found =
                    connection
                            .getMetaData()
                            .getTables(
                                    connection.getCatalog(),
                                    null,
                                    "%",
                                    new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    if (found.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
                        tables.add(found.getString("TABLE_NAME"));
                    }
                }
            }
            assertThat(tables).anyMatch("credentials"::equalsIgnoreCase);
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            values.append(rows.getString(i)).append('\n');
                        }
                    }
                }
            }
        }
        return values.toString();
    }
}
