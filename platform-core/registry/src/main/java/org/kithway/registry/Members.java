package org.kithway.registry;

import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

/** The members of every organization. */
public final class Members {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Tokens tokens;

    public Members(DataSource dataSource, Clock clock, SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.tokens = new Tokens(random);
    }

    /** The organization already has a member of that name. */
    public static final class NameTakenException extends RuntimeException {
        private static final long serialVersionUID = 1;

        // No cause: the database's own message quotes the name.
        NameTakenException() {
            super("a member of that name exists; choose another name");
        }
    }

    /**
     * Adds a member.
     *
     * @param name 1 to 200 characters; white space around it is dropped
     * @throws IllegalArgumentException if the name is blank, too long or holds control characters
     * @throws NameTakenException if the organization has a member of that name in any case; the
     *     transaction, if there is one, can then only be rolled back
     */
    public Member create(OrganizationId organization, String name, Role role) {
        Member member =
                new Member(
                        new MemberId(tokens.id("mem_")),
                        organization,
                        Names.legal(name),
                        role,
                        Columns.now(clock));
        try {
            jdbc.sql(
                            """
                            INSERT INTO members (id, organization, name, name_folded, role, created)
                            VALUES (:id, :organization, :name, :folded, :role, :created)
                            """)
                    .param("id", member.id().value())
                    .param("organization", organization.value())
                    .param("name", member.name())
                    .param("folded", folded(member.name()))
                    .param("role", role.name())
                    .param("created", Columns.time(member.created()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new NameTakenException();
        }
        return member;
    }

    public Optional<Member> find(OrganizationId organization, MemberId id) {
        return jdbc.sql("SELECT * FROM members WHERE organization = :organization AND id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(Members::member)
                .optional();
    }

    /** The member of exactly that name, in any case. */
    public Optional<Member> byName(OrganizationId organization, String name) {
        return jdbc.sql(
                        """
                        SELECT * FROM members
                        WHERE organization = :organization AND name_folded = :folded
                        """)
                .param("organization", organization.value())
                .param("folded", folded(Columns.text(name.strip())))
                .query(Members::member)
                .optional();
    }

    /** All members of the organization by name. */
    public List<Member> list(OrganizationId organization) {
        return jdbc.sql(
                        """
                        SELECT * FROM members WHERE organization = :organization
                        ORDER BY name_folded
                        """)
                .param("organization", organization.value())
                .query(Members::member)
                .list();
    }

    /**
     * Gives the member another role; sessions and keys have it from now on.
     *
     * @return false if the organization has no such member
     */
    public boolean changeRole(OrganizationId organization, MemberId id, Role role) {
        return jdbc.sql(
                                """
                                UPDATE members SET role = :role
                                WHERE organization = :organization AND id = :id
                                """)
                        .param("role", role.name())
                        .param("organization", organization.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(
                new MemberId(row.getString("id")),
                new OrganizationId(row.getString("organization")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Columns.time(row, "created"));
    }
}
