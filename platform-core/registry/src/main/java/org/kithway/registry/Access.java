package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Sign-in links, sessions and API keys. Each is 256 random bits that are shown once; kept is their
 * SHA-256 alone, and looked up is that hash, so that no comparison's time tells anything of a
 * secret.
 */
public final class Access {
    /** How long a sign-in link can be redeemed. */
    public static final Duration LINK_LIFE = Duration.ofHours(1);

    /** How long a session lives after its last use. */
    public static final Duration SESSION_LIFE = Duration.ofHours(12);

    /** Uses closer together than this are noted once: a read should not cost a write. */
    private static final Duration NOTED = Duration.ofMinutes(1);

    private enum Kind {
        LINK,
        SESSION,
        KEY
    }

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Tokens tokens;

    public Access(
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock,
            SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.clock = clock;
        this.tokens = new Tokens(random);
    }

    /** A session as it begins; the token is shown here and never again. */
    public record NewSession(String token, Principal principal) {
        @Override
        public String toString() {
            return "NewSession[" + principal + "]";
        }
    }

    /** A key as it is created; the token is shown here and never again. */
    public record NewKey(String token, ApiKey key) {
        @Override
        public String toString() {
            return "NewKey[" + key + "]";
        }
    }

    /** A token that {@link #redeem} takes once, within {@link #LINK_LIFE}. */
    public String createLink(MemberId member) {
        String token = tokens.secret();
        store(Kind.LINK, token, tokens.id("lnk_"), member, "", Columns.now(clock).plus(LINK_LIFE));
        return token;
    }

    /** Spends a sign-in link for a session; empty if it is unknown, spent or expired. */
    public Optional<NewSession> redeem(String link) {
        return transactions.execute(status -> {
            Optional<Principal> principal = principal(Kind.LINK, link);
            // Of two who read it at once, one deletes it.
            if (principal.isEmpty() || delete(Kind.LINK, link) == 0) {
                return Optional.<NewSession>empty();
            }
            String token = tokens.secret();
            store(
                    Kind.SESSION,
                    token,
                    tokens.id("ses_"),
                    principal.get().member(),
                    "",
                    Columns.now(clock).plus(SESSION_LIFE));
            return Optional.of(new NewSession(token, principal.get()));
        });
    }

    /** Whose session it is, prolonging it; empty if it is unknown, ended or expired. */
    public Optional<Principal> session(String token) {
        Optional<Principal> principal = principal(Kind.SESSION, token);
        if (principal.isPresent()) {
            noteUse(Kind.SESSION, token, Columns.now(clock).plus(SESSION_LIFE));
        }
        return principal;
    }

    /** Signs out. */
    public void endSession(String token) {
        delete(Kind.SESSION, token);
    }

    /**
     * Creates a key that acts as the member, with the role the member has when it is used.
     *
     * @param name what the member calls it, 1 to 200 characters
     * @param expires null if it never does
     * @throws IllegalArgumentException if the name is blank, too long or holds control characters
     */
    public NewKey createKey(MemberId member, String name, @Nullable Instant expires) {
        String id = tokens.id("key_");
        String token = "kw_" + id.substring("key_".length()) + "_" + tokens.secret();
        String legal = Names.legal(name);
        Instant created = store(Kind.KEY, token, id, member, legal, expires);
        return new NewKey(token, new ApiKey(id, member, legal, created, expires, null));
    }

    /** Whose key it is; empty if it is unknown, revoked or expired. */
    public Optional<Principal> key(String token) {
        Optional<Principal> principal = principal(Kind.KEY, token);
        if (principal.isPresent()) {
            noteUse(Kind.KEY, token, null);
        }
        return principal;
    }

    /** The member's keys, expired ones among them, oldest first. */
    public List<ApiKey> keys(OrganizationId organization, MemberId member) {
        return jdbc.sql(
                        """
                        SELECT c.* FROM credentials c JOIN members m ON m.id = c.member
                        WHERE c.kind = :kind AND c.member = :member
                            AND m.organization = :organization
                        ORDER BY c.created, c.id
                        """)
                .param("kind", Kind.KEY.name())
                .param("member", member.value())
                .param("organization", organization.value())
                .query(Access::apiKey)
                .list();
    }

    /**
     * Forgets the key.
     *
     * @return false if the member has no such key
     */
    public boolean revokeKey(OrganizationId organization, MemberId member, String id) {
        return jdbc.sql(
                                """
                                DELETE FROM credentials
                                WHERE kind = :kind AND id = :id AND member = (
                                    SELECT id FROM members
                                    WHERE id = :member AND organization = :organization)
                                """)
                        .param("kind", Kind.KEY.name())
                        .param("id", id)
                        .param("member", member.value())
                        .param("organization", organization.value())
                        .update()
                == 1;
    }

    /**
     * Deletes links and sessions that are over; keys stay to be listed.
     *
     * @return how many
     */
    public int forgetExpired() {
        return jdbc.sql("DELETE FROM credentials WHERE kind <> :key AND expires <= :now")
                .param("key", Kind.KEY.name())
                .param("now", Columns.time(Columns.now(clock)))
                .update();
    }

    private Instant store(
            Kind kind,
            String token,
            String id,
            MemberId member,
            String name,
            @Nullable Instant expires) {
        Instant created = Columns.now(clock);
        jdbc.sql(
                        """
                        INSERT INTO credentials (hash, kind, id, member, name, created, expires)
                        VALUES (:hash, :kind, :id, :member, :name, :created, :expires)
                        """)
                .param("hash", Tokens.sha256(token))
                .param("kind", kind.name())
                .param("id", id)
                .param("member", member.value())
                .param("name", name)
                .param("created", Columns.time(created))
                .param("expires", Columns.timeOrNull(expires))
                .update();
        return created;
    }

    private Optional<Principal> principal(Kind kind, String token) {
        return jdbc.sql(
                        """
                        SELECT m.organization, m.id, m.role
                        FROM credentials c JOIN members m ON m.id = c.member
                        WHERE c.hash = :hash AND c.kind = :kind
                            AND (c.expires IS NULL OR c.expires > :now)
                        """)
                .param("hash", Tokens.sha256(token))
                .param("kind", kind.name())
                .param("now", Columns.time(Columns.now(clock)))
                .query(Access::principal)
                .optional();
    }

    private void noteUse(Kind kind, String token, @Nullable Instant expires) {
        Instant now = Columns.now(clock);
        jdbc.sql(
                        """
                        UPDATE credentials SET last_used = :now, expires = COALESCE(:expires, expires)
                        WHERE hash = :hash AND kind = :kind
                            AND (last_used IS NULL OR last_used <= :noted)
                        """)
                .param("now", Columns.time(now))
                .param("expires", Columns.timeOrNull(expires))
                .param("hash", Tokens.sha256(token))
                .param("kind", kind.name())
                .param("noted", Columns.time(now.minus(NOTED)))
                .update();
    }

    private int delete(Kind kind, String token) {
        return jdbc.sql("DELETE FROM credentials WHERE hash = :hash AND kind = :kind")
                .param("hash", Tokens.sha256(token))
                .param("kind", kind.name())
                .update();
    }

    private static Principal principal(ResultSet row, int number) throws SQLException {
        return new Principal(
                new OrganizationId(row.getString("organization")),
                new MemberId(row.getString("id")),
                Role.valueOf(row.getString("role")));
    }

    private static ApiKey apiKey(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                new MemberId(row.getString("member")),
                row.getString("name"),
                Columns.time(row, "created"),
                Columns.timeOrNull(row, "expires"),
                Columns.timeOrNull(row, "last_used"));
    }
}
