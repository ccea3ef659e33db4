package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

import javax.sql.DataSource;

/** What members say of who is one person: each a decision, kept here to be listed and withdrawn. */
public final class Verdicts {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 1_000;

    /** Most accounts of which one verdict speaks. */
    public static final int MOST_ACCOUNTS = 1_000;

    private static final String RECORDED =
            """
            SELECT v.*, d.body, COALESCE(p.sequence, 0) AS progress
            FROM verdicts v
                JOIN decisions d ON d.organization = v.organization AND d.sequence = v.sequence
                LEFT JOIN identity_progress p ON p.organization = v.organization
            WHERE v.organization = :organization AND (v.layer = :shared OR v.layer = :own)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Decisions decisions;
    private final Clock clock;
    private final Tokens tokens;

    public Verdicts(
            DataSource dataSource,
            TransactionTemplate transactions,
            Decisions decisions,
            Clock clock,
            SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.decisions = decisions;
        this.clock = clock;
        this.tokens = new Tokens(random);
    }

    /**
     * Says that the accounts are one person's.
     *
     * @param claim whether they are said to be a member's own
     * @param note at most {@link #LONGEST_NOTE} characters, or null
     * @throws IllegalArgumentException if there is but one account, or too many, or too long a note
     */
    public RecordedVerdict same(
            Principal by,
            Layer layer,
            boolean claim,
            Collection<AccountId> accounts,
            @Nullable String note) {
        return record(
                by,
                note,
                id -> new Decision.SamePerson(id, by.member(), layer, claim, sorted(accounts)));
    }

    /**
     * Says that none of the accounts is of the person whose are any of the others.
     *
     * @throws IllegalArgumentException if one side is empty, an account is on both, there are too
     *     many, or the note is too long
     */
    public RecordedVerdict different(
            Principal by,
            Layer layer,
            Collection<AccountId> accounts,
            Collection<AccountId> others,
            @Nullable String note) {
        return record(
                by,
                note,
                id ->
                        new Decision.DifferentPeople(
                                id, by.member(), layer, sorted(accounts), sorted(others)));
    }

    private static SortedSet<AccountId> sorted(Collection<AccountId> accounts) {
        return new TreeSet<>(accounts);
    }

    private RecordedVerdict record(
            Principal by, @Nullable String note, Function<String, Decision.Verdict> decided) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("the note is longer than " + LONGEST_NOTE);
        }
        Decision.Verdict verdict = decided.apply(tokens.id("dec_"));
        Set<AccountId> accounts = verdict.all();
        if (accounts.size() > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("there are more than " + MOST_ACCOUNTS);
        }
        Instant made = Columns.now(clock);
        transactions.executeWithoutResult(status -> {
            long sequence = decisions.append(by.organization(), verdict);
            jdbc.sql(
                            """
                            INSERT INTO verdicts
                                (id, organization, sequence, layer, made_by, made, note)
                            VALUES (:id, :organization, :sequence, :layer, :by, :made, :note)
                            """)
                    .param("id", verdict.id())
                    .param("organization", by.organization().value())
                    .param("sequence", sequence)
                    .param("layer", verdict.layer().toString())
                    .param("by", by.member().value())
                    .param("made", Columns.time(made))
                    .param("note", Columns.textOrNull(note))
                    .update();
            for (AccountId account : accounts) {
                jdbc.sql(
                                """
                                INSERT INTO verdict_accounts (verdict, organization, account)
                                VALUES (:verdict, :organization, :account)
                                """)
                        .param("verdict", verdict.id())
                        .param("organization", by.organization().value())
                        .param("account", Tokens.sha256(account.toString()))
                        .update();
            }
        });
        return new RecordedVerdict(verdict, made, Columns.textOrNull(note), null, null, false);
    }

    /**
     * Takes a verdict back: as though it had never been given.
     *
     * @return false if it was withdrawn before, or the viewer sees no such one
     */
    public boolean withdraw(Principal by, String id) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> {
                    if (find(by, id).filter(RecordedVerdict::stands).isEmpty()) {
                        return false;
                    }
                    int updated =
                            jdbc.sql(
                                            """
                                            UPDATE verdicts
                                            SET withdrawn_by = :by, withdrawn = :now
                                            WHERE id = :id AND withdrawn IS NULL
                                            """)
                                    .param("by", by.member().value())
                                    .param("now", Columns.time(Columns.now(clock)))
                                    .param("id", id)
                                    .update();
                    if (updated == 0) {
                        return false;
                    }
                    long sequence =
                            decisions.append(
                                    by.organization(),
                                    new Decision.VerdictWithdrawn(id, by.member()));
                    jdbc.sql("UPDATE verdicts SET withdrawal = :sequence WHERE id = :id")
                            .param("sequence", sequence)
                            .param("id", id)
                            .update();
                    return true;
                }));
    }

    /** The verdict, if it concerns the whole organization or the viewer. */
    public Optional<RecordedVerdict> find(Principal viewer, String id) {
        return seen(viewer, "AND v.id = :id").param("id", id).query(Verdicts::row).optional();
    }

    /** What was said of any of the accounts that concerns the viewer, the latest first. */
    public List<RecordedVerdict> about(Principal viewer, Set<AccountId> accounts, int limit) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return seen(
                        viewer,
                        """
                        AND v.id IN (SELECT a.verdict FROM verdict_accounts a
                            WHERE a.organization = :organization AND a.account IN (:accounts))
                        ORDER BY v.sequence DESC LIMIT :limit
                        """)
                .param("accounts", digests(accounts))
                .param("limit", limit)
                .query(Verdicts::row)
                .list();
    }

    /** All verdicts that concern the viewer, the latest first. */
    public List<RecordedVerdict> list(Principal viewer, long offset, int limit) {
        return seen(viewer, "ORDER BY v.sequence DESC LIMIT :limit OFFSET :offset")
                .param("offset", offset)
                .param("limit", limit)
                .query(Verdicts::row)
                .list();
    }

    private JdbcClient.StatementSpec seen(Principal viewer, String further) {
        return jdbc.sql(RECORDED + further)
                .param("organization", viewer.organization().value())
                .param("shared", Layer.ORGANIZATION.toString())
                .param("own", Layer.of(viewer.member()).toString());
    }

    /** Lets accounts be compared by another model from now on. */
    public void adopt(OrganizationId organization, Decision.ModelAdopted adopted) {
        transactions.executeWithoutResult(status -> decisions.append(organization, adopted));
    }

    static List<String> digests(Collection<AccountId> accounts) {
        return accounts.stream().map(account -> Tokens.sha256(account.toString())).toList();
    }

    private static RecordedVerdict row(ResultSet row, int number) throws SQLException {
        if (!(DecisionFormat.read(row.getString("body")) instanceof Decision.Verdict verdict)) {
            throw new IllegalStateException("the decision of a verdict is none");
        }
        String withdrawnBy = row.getString("withdrawn_by");
        long latest = Math.max(row.getLong("sequence"), row.getLong("withdrawal"));
        return new RecordedVerdict(
                verdict,
                Columns.time(row, "made"),
                row.getString("note"),
                withdrawnBy == null ? null : new MemberId(withdrawnBy),
                Columns.timeOrNull(row, "withdrawn"),
                latest <= row.getLong("progress"));
    }
}
