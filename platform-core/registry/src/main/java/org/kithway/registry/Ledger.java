package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.model.Place;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

import javax.sql.DataSource;

/**
 * What became of every record of every import. Writes take part in the caller's transaction, so
 * that a stretch of a file is counted exactly when it is done with.
 */
public final class Ledger {
    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public Ledger(DataSource dataSource, TransactionTemplate transactions) {
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(batches);
        this.transactions = transactions;
    }

    /**
     * Rejections of one file for one reason.
     *
     * @param rejections how many
     * @param first the first of them
     */
    public record Reason(String reason, long rejections, Place first) {}

    /** How many records of a file a rule withheld. */
    public record Withheld(String path, String rule, long records) {}

    /** Enters a file with nothing read of it yet; a file that is there already stays as it is. */
    public void startFile(ImportId id, String path, String part) {
        transactions.executeWithoutResult(status -> {
            addFacts(id, 0);
            add(id, new LedgerDelta(path, part, 0, 0, Map.of(), List.of(), 0));
        });
    }

    /**
     * Says something of a file as a whole, after what was said before.
     *
     * @throws NoSuchElementException if the file was not entered
     */
    public void noteFile(ImportId id, String path, String note) {
        int updated =
                jdbc.sql(
                                """
                                UPDATE import_files
                                SET note = COALESCE(note || '; ', '') || :note
                                WHERE import_id = :id AND file = :file
                                """)
                        .param("note", Columns.text(note))
                        .param("id", id.value())
                        .param("file", Tokens.sha256(path))
                        .update();
        if (updated == 0) {
            throw new NoSuchElementException("import " + id + " has no such file in its ledger");
        }
    }

    /**
     * Adds what one more stretch of a file came to, all or nothing. Until the caller's transaction
     * ends, others who count for the same import wait.
     *
     * @throws NoSuchElementException if there is no such import
     */
    public void record(ImportId id, LedgerDelta delta) {
        transactions.executeWithoutResult(status -> {
            addFacts(id, delta.facts());
            add(id, delta);
            String file = Tokens.sha256(delta.path());
            // Ordered for the reader of a database log alone: the import's row is locked.
            new TreeMap<>(delta.withheld())
                    .forEach((rule, records) -> withhold(id, file, rule, records));
            reject(id, file, delta.rejected());
        });
    }

    /** Every file of the import by path. */
    public List<FileLedger> files(ImportId id) {
        return jdbc.sql(
                        """
                        SELECT f.*,
                            EXISTS (SELECT 1 FROM import_rejections r
                                WHERE r.import_id = f.import_id AND r.file = f.file
                                    AND (r.record_number = 0 OR r.ends_file)) AS faulty,
                            NOT EXISTS (SELECT 1 FROM import_rejections r
                                WHERE r.import_id = f.import_id AND r.file = f.file
                                    AND r.ends_file) AS whole
                        FROM import_files f WHERE f.import_id = :id ORDER BY f.path
                        """)
                .param("id", id.value())
                .query(Ledger::file)
                .list();
    }

    /**
     * Rejections in the order of their places.
     *
     * @param path those of one file, or null for all
     */
    public List<Outcome> rejections(ImportId id, @Nullable String path, long offset, int limit) {
        return jdbc.sql(
                        """
                        SELECT f.path, r.record_number, r.reason, r.ends_file
                        FROM import_rejections r
                        JOIN import_files f ON f.import_id = r.import_id AND f.file = r.file
                        WHERE r.import_id = :id AND (:all OR r.file = :file)
                        ORDER BY f.path, r.record_number, r.id LIMIT :limit OFFSET :offset
                        """)
                .param("id", id.value())
                .param("all", path == null)
                .param("file", path == null ? "" : Tokens.sha256(path))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) ->
                        new Outcome(
                                new Place(row.getString("path"), row.getLong("record_number")),
                                row.getString("reason"),
                                row.getBoolean("ends_file")))
                .list();
    }

    /** Rejections by file and reason, the most frequent first. */
    public List<Reason> reasons(ImportId id) {
        return jdbc.sql(
                        """
                        SELECT f.path, r.reason, COUNT(*) AS rejections,
                            MIN(r.record_number) AS first_record
                        FROM import_rejections r
                        JOIN import_files f ON f.import_id = r.import_id AND f.file = r.file
                        WHERE r.import_id = :id
                        GROUP BY f.path, r.reason
                        ORDER BY rejections DESC, f.path, r.reason
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new Reason(
                                row.getString("reason"),
                                row.getLong("rejections"),
                                new Place(row.getString("path"), row.getLong("first_record"))))
                .list();
    }

    /** What each rule withheld, by path and rule. */
    public List<Withheld> withheld(ImportId id) {
        return jdbc.sql(
                        """
                        SELECT f.path, w.rule, w.records FROM import_withheld w
                        JOIN import_files f ON f.import_id = w.import_id AND f.file = w.file
                        WHERE w.import_id = :id ORDER BY f.path, w.rule
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new Withheld(
                                row.getString("path"),
                                row.getString("rule"),
                                row.getLong("records")))
                .list();
    }

    /**
     * Notes up to where the import's assertions stand in the log, keeping the farthest end of every
     * partition.
     *
     * @param ends for each partition, the offset after an assertion of the import
     * @throws NoSuchElementException if there is no such import
     */
    public void noteEnds(ImportId id, Map<Integer, Long> ends) {
        transactions.executeWithoutResult(status -> {
            addFacts(id, 0);
            ends.forEach((partition, end) -> noteEnd(id, partition, end));
        });
    }

    /** For each partition that got any of the import's assertions, the offset after the last. */
    public Map<Integer, Long> ends(ImportId id) {
        Map<Integer, Long> ends = new TreeMap<>();
        jdbc.sql("SELECT * FROM import_ends WHERE import_id = :id")
                .param("id", id.value())
                .query(row -> {
                    ends.put(row.getInt("partition_number"), row.getLong("end_offset"));
                });
        return ends;
    }

    // Also locks the import's row, so that what follows can look first and then write.
    private void addFacts(ImportId id, long facts) {
        int updated =
                jdbc.sql("UPDATE imports SET facts = facts + :facts WHERE id = :id")
                        .param("facts", facts)
                        .param("id", id.value())
                        .update();
        if (updated == 0) {
            throw new NoSuchElementException("there is no import " + id);
        }
    }

    private void add(ImportId id, LedgerDelta delta) {
        for (String sql :
                List.of(
                        """
                        UPDATE import_files SET records_read = records_read + :read,
                            kept = kept + :kept, withheld = withheld + :withheld,
                            rejected = rejected + :rejected
                        WHERE import_id = :id AND file = :file
                        """,
                        """
                        INSERT INTO import_files (import_id, file, path, part, records_read, kept,
                            withheld, rejected)
                        VALUES (:id, :file, :path, :part, :read, :kept, :withheld, :rejected)
                        """)) {
            int written =
                    jdbc.sql(sql)
                            .param("id", id.value())
                            .param("file", Tokens.sha256(delta.path()))
                            .param("path", Columns.text(delta.path()))
                            .param("part", Columns.text(delta.part()))
                            .param("read", delta.read())
                            .param("kept", delta.kept())
                            .param("withheld", delta.withheldRecords())
                            .param("rejected", delta.rejectedRecords())
                            .update();
            if (written == 1) {
                return;
            }
        }
    }

    private void withhold(ImportId id, String file, String rule, long records) {
        for (String sql :
                List.of(
                        """
                        UPDATE import_withheld SET records = records + :records
                        WHERE import_id = :id AND file = :file AND rule = :rule
                        """,
                        """
                        INSERT INTO import_withheld (import_id, file, rule, records)
                        VALUES (:id, :file, :rule, :records)
                        """)) {
            int written =
                    jdbc.sql(sql)
                            .param("id", id.value())
                            .param("file", file)
                            .param("rule", Columns.text(rule))
                            .param("records", records)
                            .update();
            if (written == 1) {
                return;
            }
        }
    }

    private void noteEnd(ImportId id, int partition, long end) {
        for (String sql :
                List.of(
                        """
                        UPDATE import_ends SET end_offset = GREATEST(end_offset, :end)
                        WHERE import_id = :id AND partition_number = :partition
                        """,
                        """
                        INSERT INTO import_ends (import_id, partition_number, end_offset)
                        VALUES (:id, :partition, :end)
                        """)) {
            int written =
                    jdbc.sql(sql)
                            .param("id", id.value())
                            .param("partition", partition)
                            .param("end", end)
                            .update();
            if (written == 1) {
                return;
            }
        }
    }

    private void reject(ImportId id, String file, List<Outcome> rejected) {
        batches.batchUpdate(
                """
                INSERT INTO import_rejections (import_id, file, record_number, reason, ends_file)
                VALUES (?, ?, ?, ?, ?)
                """,
                rejected,
                BATCH,
                (statement, outcome) -> {
                    statement.setString(1, id.value());
                    statement.setString(2, file);
                    statement.setLong(3, outcome.place().record());
                    statement.setString(4, Columns.text(outcome.reason()));
                    statement.setBoolean(5, outcome.endsFile());
                });
    }

    private static FileLedger file(ResultSet row, int number) throws SQLException {
        return new FileLedger(
                row.getString("path"),
                row.getString("part"),
                row.getLong("records_read"),
                row.getLong("kept"),
                row.getLong("withheld"),
                row.getLong("rejected"),
                row.getString("note"),
                row.getBoolean("faulty"),
                row.getBoolean("whole"));
    }
}
