package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Site;
import org.kithway.registry.Import.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

/** The imports and the states they go through. What became of their records: {@link Ledger}. */
public final class Imports {
    private static final List<String> ACTIVE =
            Arrays.stream(State.values()).filter(State::isActive).map(State::name).toList();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Tokens tokens;

    public Imports(
            DataSource dataSource,
            TransactionTemplate transactions,
            Clock clock,
            SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.clock = clock;
        this.tokens = new Tokens(random);
    }

    /** An id that no import has. */
    public ImportId newId() {
        return new ImportId(tokens.id("imp_"));
    }

    /**
     * Takes an archive in: queued, or, where the same member's same archive counts already in the
     * same layer, a duplicate that names the earlier import. However many hand in the same archive
     * at once, one is queued.
     *
     * @throws NoSuchElementException if the organization has no such member
     */
    public Import submit(NewImport archive) {
        return transactions.execute(status -> {
            lockMember(archive.organization(), archive.member());
            Optional<ImportId> earlier = active(archive);
            State state = earlier.isPresent() ? State.DUPLICATE : State.QUEUED;
            Instant now = Columns.now(clock);
            Import submitted =
                    new Import(
                            archive.id(),
                            archive.organization(),
                            archive.member(),
                            archive.submittedBy(),
                            archive.byAdmin(),
                            archive.site(),
                            archive.layer(),
                            state,
                            Columns.text(archive.fileName()),
                            archive.bytes(),
                            archive.sha256(),
                            null,
                            null,
                            now,
                            null,
                            state.isFinal() ? now : null,
                            null,
                            earlier.orElse(null),
                            0,
                            archive.settings());
            insert(submitted);
            return submitted;
        });
    }

    /** The import, whoever may see it. */
    public Optional<Import> find(OrganizationId organization, ImportId id) {
        return jdbc.sql("SELECT * FROM imports WHERE organization = :organization AND id = :id")
                .param("organization", organization.value())
                .param("id", id.value())
                .query(Imports::row)
                .optional();
    }

    /**
     * The import if the viewer may see it: an own one, one handed in for another member, or one
     * shared with the organization. To see an import is to see its state and ledger; the people in
     * it are seen by whom its layer is for.
     */
    public Optional<Import> find(Principal viewer, ImportId id) {
        return find(viewer.organization(), id)
                .filter(found ->
                        found.layer().isOrganization()
                                || found.member().equals(viewer.member())
                                || found.submittedBy().equals(viewer.member()));
    }

    /** The imports that the viewer may see, as in {@link #find}, newest first. */
    public List<Import> list(Principal viewer, long offset, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM imports
                        WHERE organization = :organization
                            AND (layer = :shared OR member = :viewer OR submitted_by = :viewer)
                        ORDER BY submitted DESC, id DESC LIMIT :limit OFFSET :offset
                        """)
                .param("organization", viewer.organization().value())
                .param("shared", Layer.ORGANIZATION.toString())
                .param("viewer", viewer.member().value())
                .param("limit", limit)
                .param("offset", offset)
                .query(Imports::row)
                .list();
    }

    /** All imports of the organization, whoever may see them, oldest first. */
    public List<Import> all(OrganizationId organization) {
        return jdbc.sql(
                        """
                        SELECT * FROM imports WHERE organization = :organization
                        ORDER BY submitted, id
                        """)
                .param("organization", organization.value())
                .query(Imports::row)
                .list();
    }

    /** Imports of all organizations that wait for a node, oldest first. */
    public List<Import> queued(int limit) {
        return in(Set.of(State.QUEUED), limit);
    }

    /** Imports of all organizations in one of the states, oldest first. */
    public List<Import> in(Set<State> states, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM imports WHERE state IN (:states)
                        ORDER BY submitted, id LIMIT :limit
                        """)
                .param("states", states.stream().map(State::name).toList())
                .param("limit", limit)
                .query(Imports::row)
                .list();
    }

    /**
     * Moves an import on, if it is where the caller thinks it is.
     *
     * @param note replaces the note; null removes it
     * @return false, and nothing is changed, if its state is none of {@code from}
     */
    public boolean transition(ImportId id, Set<State> from, State to, @Nullable String note) {
        Instant now = Columns.now(clock);
        return jdbc.sql(
                                """
                                UPDATE imports SET state = :to, note = :note,
                                    started = CASE WHEN :starts THEN COALESCE(started, :now)
                                        ELSE started END,
                                    finished = :finished
                                WHERE id = :id AND state IN (:from)
                                """)
                        .param("to", to.name())
                        .param("note", Columns.textOrNull(note))
                        .param("starts", to == State.RUNNING)
                        .param("now", Columns.time(now))
                        .param("finished", Columns.timeOrNull(to.isFinal() ? now : null))
                        .param("id", id.value())
                        .param("from", from.stream().map(State::name).toList())
                        .update()
                == 1;
    }

    /**
     * Notes what reading the archive revealed.
     *
     * @throws NoSuchElementException if there is no such import
     */
    public void describe(
            ImportId id, Site site, @Nullable Instant exportedAt, @Nullable AccountId owner) {
        int updated =
                jdbc.sql(
                                """
                                UPDATE imports SET site = :site, exported_at = :exported,
                                    owner_account = :owner
                                WHERE id = :id
                                """)
                        .param("site", site.name())
                        .param("exported", Columns.timeOrNull(exportedAt))
                        .param("owner", owner == null ? null : owner.toString())
                        .param("id", id.value())
                        .update();
        if (updated == 0) {
            throw new NoSuchElementException("there is no import " + id);
        }
    }

    // Submissions of one member follow each other, so that none overlooks another.
    private void lockMember(OrganizationId organization, MemberId member) {
        Optional<String> locked =
                jdbc.sql(
                                """
                                SELECT id FROM members
                                WHERE organization = :organization AND id = :member FOR UPDATE
                                """)
                        .param("organization", organization.value())
                        .param("member", member.value())
                        .query(String.class)
                        .optional();
        if (locked.isEmpty()) {
            throw new NoSuchElementException(
                    "organization " + organization + " has no member " + member);
        }
    }

    private Optional<ImportId> active(NewImport archive) {
        return jdbc.sql(
                        """
                        SELECT id FROM imports
                        WHERE organization = :organization AND member = :member
                            AND sha256 = :sha256 AND layer = :layer AND state IN (:active)
                        ORDER BY submitted, id LIMIT 1
                        """)
                .param("organization", archive.organization().value())
                .param("member", archive.member().value())
                .param("sha256", archive.sha256())
                .param("layer", archive.layer().toString())
                .param("active", ACTIVE)
                .query(String.class)
                .optional()
                .map(ImportId::new);
    }

    private void insert(Import submitted) {
        Site site = submitted.site();
        ImportId duplicateOf = submitted.duplicateOf();
        jdbc.sql(
                        """
                        INSERT INTO imports (id, organization, member, submitted_by, by_admin, site,
                            layer, state, file_name, bytes, sha256, submitted, finished,
                            duplicate_of, facts, settings)
                        VALUES (:id, :organization, :member, :submittedBy, :byAdmin, :site,
                            :layer, :state, :fileName, :bytes, :sha256, :submitted, :finished,
                            :duplicateOf, 0, :settings)
                        """)
                .param("id", submitted.id().value())
                .param("organization", submitted.organization().value())
                .param("member", submitted.member().value())
                .param("submittedBy", submitted.submittedBy().value())
                .param("byAdmin", submitted.byAdmin())
                .param("site", site == null ? null : site.name())
                .param("layer", submitted.layer().toString())
                .param("state", submitted.state().name())
                .param("fileName", submitted.fileName())
                .param("bytes", submitted.bytes())
                .param("sha256", submitted.sha256())
                .param("submitted", Columns.time(submitted.submitted()))
                .param("finished", Columns.timeOrNull(submitted.finished()))
                .param("duplicateOf", duplicateOf == null ? null : duplicateOf.value())
                .param("settings", Columns.text(Json.write(submitted.settings())))
                .update();
    }

    private static Import row(ResultSet row, int number) throws SQLException {
        String site = row.getString("site");
        String owner = row.getString("owner_account");
        String duplicateOf = row.getString("duplicate_of");
        return new Import(
                new ImportId(row.getString("id")),
                new OrganizationId(row.getString("organization")),
                new MemberId(row.getString("member")),
                new MemberId(row.getString("submitted_by")),
                row.getBoolean("by_admin"),
                site == null ? null : new Site(site),
                Layer.parse(row.getString("layer")),
                State.valueOf(row.getString("state")),
                row.getString("file_name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                Columns.timeOrNull(row, "exported_at"),
                owner == null ? null : AccountId.parse(owner),
                Columns.time(row, "submitted"),
                Columns.timeOrNull(row, "started"),
                Columns.timeOrNull(row, "finished"),
                row.getString("note"),
                duplicateOf == null ? null : new ImportId(duplicateOf),
                row.getLong("facts"),
                Json.read(row.getString("settings")));
    }
}
