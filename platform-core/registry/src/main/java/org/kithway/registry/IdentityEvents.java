package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

/**
 * The merges and splits of people as they happened. They are no projection: a rebuild finds them
 * recorded, and records none of them again.
 */
public final class IdentityEvents {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    public IdentityEvents(DataSource dataSource, TransactionTemplate transactions, Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * An event in its place.
     *
     * @param sequence of the decision from which it followed
     */
    public record Recorded(IdentityEvent event, long sequence, Instant recorded) {}

    /**
     * Records what followed from a decision; nothing if {@linkplain #finished all} that follows
     * from it is recorded, and no event twice.
     */
    public void record(OrganizationId organization, long sequence, List<IdentityEvent> events) {
        transactions.executeWithoutResult(status -> {
            if (sequence > progress(organization)) {
                for (IdentityEvent event : events) {
                    if (!exists(organization, event.id())) {
                        insert(organization, sequence, event);
                    }
                }
            }
        });
    }

    /** Notes that everything has followed from the decision, and from those before it. */
    public void finished(OrganizationId organization, long sequence) {
        transactions.executeWithoutResult(status -> {
            int updated =
                    jdbc.sql(
                                    """
                                    UPDATE identity_progress SET sequence = :sequence
                                    WHERE organization = :organization AND sequence < :sequence
                                    """)
                            .param("organization", organization.value())
                            .param("sequence", sequence)
                            .update();
            if (updated == 0 && progress(organization) < 0) {
                jdbc.sql(
                                """
                                INSERT INTO identity_progress (organization, sequence)
                                VALUES (:organization, :sequence)
                                """)
                        .param("organization", organization.value())
                        .param("sequence", sequence)
                        .update();
            }
        });
    }

    /** The last decision from which everything has followed; -1 if there is none. */
    public long progress(OrganizationId organization) {
        return jdbc.sql("SELECT sequence FROM identity_progress WHERE organization = :organization")
                .param("organization", organization.value())
                .query(Long.class)
                .optional()
                .orElse(-1L);
    }

    /**
     * The events that the viewer sees, the latest first.
     *
     * @param accounts only those in which any of these took part; null for all
     */
    public List<Recorded> list(
            Principal viewer, @Nullable Set<AccountId> accounts, long offset, int limit) {
        if (accounts != null && accounts.isEmpty()) {
            return List.of();
        }
        String about =
                accounts == null
                        ? ""
                        : """
                        AND id IN (SELECT event FROM identity_event_accounts
                            WHERE organization = :organization AND account IN (:accounts))
                        """;
        var query =
                jdbc.sql(
                                """
                                SELECT * FROM identity_events
                                WHERE organization = :organization
                                    AND (layer = :shared OR layer = :own)
                                """
                                        + about
                                        + """
                                        ORDER BY sequence DESC, id LIMIT :limit OFFSET :offset
                                        """)
                        .param("organization", viewer.organization().value())
                        .param("shared", Layer.ORGANIZATION.toString())
                        .param("own", Layer.of(viewer.member()).toString())
                        .param("limit", limit)
                        .param("offset", offset);
        if (accounts != null) {
            query = query.param("accounts", Verdicts.digests(accounts));
        }
        return query.query(IdentityEvents::row).list();
    }

    private boolean exists(OrganizationId organization, String id) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM identity_events
                                WHERE organization = :organization AND id = :id
                                """)
                        .param("organization", organization.value())
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void insert(OrganizationId organization, long sequence, IdentityEvent event) {
        jdbc.sql(
                        """
                        INSERT INTO identity_events
                            (organization, id, layer, sequence, recorded, body)
                        VALUES (:organization, :id, :layer, :sequence, :recorded, :body)
                        """)
                .param("organization", organization.value())
                .param("id", event.id())
                .param("layer", event.layer().toString())
                .param("sequence", sequence)
                .param("recorded", Columns.time(Columns.now(clock)))
                .param("body", Columns.text(write(event)))
                .update();
        Set<AccountId> accounts = new HashSet<>();
        event.parts().forEach(accounts::addAll);
        for (String account : Verdicts.digests(accounts)) {
            jdbc.sql(
                            """
                            INSERT INTO identity_event_accounts (organization, event, account)
                            VALUES (:organization, :event, :account)
                            """)
                    .param("organization", organization.value())
                    .param("event", event.id())
                    .param("account", account)
                    .update();
        }
    }

    private static Recorded row(ResultSet row, int number) throws SQLException {
        return new Recorded(
                read(row.getString("body")),
                row.getLong("sequence"),
                Columns.time(row, "recorded"));
    }

    /** The event as JSON; {@link #read} reads it back. */
    public static String write(IdentityEvent event) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        object.put("id", event.id());
        object.put("kind", event.kind().name());
        object.put("layer", event.layer().toString());
        object.put("person", event.person().value());
        ArrayNode parts = object.putArray("parts");
        for (List<AccountId> part : event.parts()) {
            ArrayNode accounts = parts.addArray();
            part.forEach(account -> accounts.add(account.toString()));
        }
        ArrayNode reasons = object.putArray("reasons");
        event.reasons()
                .forEach(reason ->
                        reasons.addObject()
                                .put("words", reason.words())
                                .put("bits", reason.bits()));
        if (event.cause() != null) {
            object.put("cause", event.cause());
        }
        return object.toString();
    }

    public static IdentityEvent read(String text) {
        JsonNode object = Json.MAPPER.readTree(text);
        List<List<AccountId>> parts = new ArrayList<>();
        for (JsonNode part : object.required("parts")) {
            List<AccountId> accounts = new ArrayList<>();
            part.forEach(account -> accounts.add(AccountId.parse(account.stringValue())));
            parts.add(accounts);
        }
        List<IdentityEvent.Reason> reasons = new ArrayList<>();
        for (JsonNode reason : object.required("reasons")) {
            reasons.add(
                    new IdentityEvent.Reason(
                            reason.required("words").stringValue(),
                            reason.required("bits").doubleValue()));
        }
        JsonNode cause = object.path("cause");
        return new IdentityEvent(
                object.required("id").stringValue(),
                IdentityEvent.Kind.valueOf(object.required("kind").stringValue()),
                Layer.parse(object.required("layer").stringValue()),
                new PersonId(object.required("person").stringValue()),
                parts,
                reasons,
                cause.isString() ? cause.stringValue() : null);
    }
}
