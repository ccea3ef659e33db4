package org.kithway.registry;

import org.kithway.model.AccountId;
import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/**
 * Who must not be kept. What is stored are keyed digests of accounts, so that the list itself names
 * nobody.
 */
public final class Suppressions {
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public Suppressions(DataSource dataSource, TransactionTemplate transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The digest under which an account is suppressed: HMAC-SHA-256 with the organization's key, in
     * hexadecimal.
     */
    public static String digest(SecretKey key, AccountId account) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            // The prefix keeps these digests apart from the ids of facts.
            mac.update("suppression\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of()
                    .formatHex(mac.doFinal(account.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 does not take the key", e);
        }
    }

    /** Adds digests; those on the list already stay as they are. */
    public void add(OrganizationId organization, Set<String> digests) {
        transactions.executeWithoutResult(status -> {
            // One addition at a time in an organization, so that none meets another's.
            jdbc.sql("SELECT id FROM organizations WHERE id = :id FOR UPDATE")
                    .param("id", organization.value())
                    .query(String.class)
                    .single();
            Set<String> added = new HashSet<>(digests);
            added.removeAll(contains(organization, digests));
            for (String digest : added) {
                jdbc.sql(
                                """
                                INSERT INTO suppressions (organization, digest, added)
                                VALUES (:organization, :digest, :added)
                                """)
                        .param("organization", organization.value())
                        .param("digest", digest)
                        .param("added", Columns.time(Columns.now(clock)))
                        .update();
            }
        });
    }

    /** Whether nobody is on the organization's list. */
    public boolean isEmpty(OrganizationId organization) {
        return jdbc.sql(
                        "SELECT digest FROM suppressions WHERE organization = :organization LIMIT 1")
                .param("organization", organization.value())
                .query(String.class)
                .optional()
                .isEmpty();
    }

    /** The organization's whole list. */
    public Set<String> all(OrganizationId organization) {
        return Set.copyOf(
                jdbc.sql("SELECT digest FROM suppressions WHERE organization = :organization")
                        .param("organization", organization.value())
                        .query(String.class)
                        .list());
    }

    /** Those of the digests that are on the organization's list. */
    public Set<String> contains(OrganizationId organization, Collection<String> digests) {
        Set<String> contained = new HashSet<>();
        List<String> all = List.copyOf(digests);
        for (int from = 0; from < all.size(); from += MOST_AT_ONCE) {
            contained.addAll(
                    jdbc.sql(
                                    """
                                    SELECT digest FROM suppressions
                                    WHERE organization = :organization AND digest IN (:digests)
                                    """)
                            .param("organization", organization.value())
                            .param(
                                    "digests",
                                    all.subList(from, Math.min(from + MOST_AT_ONCE, all.size())))
                            .query(String.class)
                            .list());
        }
        return contained;
    }
}
