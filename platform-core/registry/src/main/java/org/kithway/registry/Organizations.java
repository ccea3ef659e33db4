package org.kithway.registry;

import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** The organizations, each with its key and its sequence. */
public final class Organizations {
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    public Organizations(DataSource dataSource, Clock clock, SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.random = random;
    }

    /**
     * Creates an organization with a new random key, in generation 1.
     *
     * @throws IllegalArgumentException if the name is blank, longer than 200 characters or holds
     *     control characters
     * @throws org.springframework.dao.DuplicateKeyException if the id is taken
     */
    public Organization create(OrganizationId id, String name) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Organization created =
                new Organization(
                        id,
                        Names.legal(name),
                        new SecretKeySpec(key, "HmacSHA256"),
                        Columns.now(clock),
                        1);
        jdbc.sql(
                        """
                        INSERT INTO organizations (id, name, hmac_key, created, generation, version)
                        VALUES (:id, :name, :key, :created, :generation, 0)
                        """)
                .param("id", id.value())
                .param("name", created.name())
                .param("key", HexFormat.of().formatHex(key))
                .param("created", Columns.time(created.created()))
                .param("generation", created.generation())
                .update();
        return created;
    }

    public Optional<Organization> find(OrganizationId id) {
        return jdbc.sql("SELECT * FROM organizations WHERE id = :id")
                .param("id", id.value())
                .query(Organizations::organization)
                .optional();
    }

    /** All organizations by id. */
    public List<Organization> all() {
        return jdbc.sql("SELECT * FROM organizations ORDER BY id")
                .query(Organizations::organization)
                .list();
    }

    /**
     * Which set of derived indices answers now.
     *
     * @throws NoSuchElementException if there is no such organization
     */
    public int generation(OrganizationId id) {
        return find(id).orElseThrow(() -> unknown(id)).generation();
    }

    /**
     * Lets the next generation answer, {@code expected + 1}.
     *
     * @return false, and nothing is changed, if {@code expected} is not the present generation
     */
    public boolean promoteGeneration(OrganizationId id, int expected) {
        return jdbc.sql(
                                """
                                UPDATE organizations SET generation = generation + 1
                                WHERE id = :id AND generation = :expected
                                """)
                        .param("id", id.value())
                        .param("expected", expected)
                        .update()
                == 1;
    }

    /**
     * The organization's next number, from 1; each is given out once, in order. In a transaction it
     * holds back everybody else's next number until the end, so that numbers become visible in
     * their order; a number whose transaction is rolled back is given out again.
     *
     * @throws NoSuchElementException if there is no such organization
     */
    public long nextVersion(OrganizationId id) {
        GeneratedKeyHolder version = new GeneratedKeyHolder();
        jdbc.sql("UPDATE organizations SET version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .update(version, "version");
        Long next = version.getKeyAs(Long.class);
        if (next == null) {
            throw unknown(id);
        }
        return next;
    }

    private static NoSuchElementException unknown(OrganizationId id) {
        return new NoSuchElementException("there is no organization " + id);
    }

    private static Organization organization(ResultSet row, int number) throws SQLException {
        return new Organization(
                new OrganizationId(row.getString("id")),
                row.getString("name"),
                new SecretKeySpec(HexFormat.of().parseHex(row.getString("hmac_key")), "HmacSHA256"),
                Columns.time(row, "created"),
                row.getInt("generation"));
    }
}
