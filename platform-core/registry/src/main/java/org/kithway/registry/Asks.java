package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.asking.RefusalMemory;
import org.kithway.experiment.Code;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * The ledger of asks: who was asked for what, by which words, and what came of it. Nothing is sent
 * from here; members send, and they or the recipients' codes tell what came of it.
 */
public final class Asks {
    /** How often a week somebody is asked at most, unless they say otherwise. */
    public static final int WEEKLY = 3;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final double SECONDS_A_DAY = 86_400;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Decisions decisions;
    private final Clock clock;
    private final SecureRandom random;
    private final Tokens tokens;

    public Asks(
            DataSource dataSource,
            TransactionTemplate transactions,
            Decisions decisions,
            Clock clock,
            SecureRandom random) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = transactions;
        this.decisions = decisions;
        this.clock = clock;
        this.random = random;
        this.tokens = new Tokens(random);
    }

    /** Why somebody is not asked. */
    public enum Spared {
        /** They let it be known that they never help with this. */
        NEVER,
        /** They are asked often enough this week. */
        BUSY,
        /** Another ask for the same purpose waits for their answer. */
        WAITING
    }

    /** An ask and those who are left out of it. */
    public record Made(Ask ask, Map<PersonId, Spared> spared) {}

    /** All who were to be asked are to be spared. */
    public static final class NobodyLeftException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NobodyLeftException() {
            super("everybody is to be spared", null, false, false);
        }
    }

    /**
     * What somebody lets be known of being asked.
     *
     * @param neverFor with what they do not help
     * @param weekly how often a week they may be asked, 0 to 100
     */
    public record Preference(Set<Purpose> neverFor, int weekly) {
        /** Of who said nothing. */
        public static final Preference NONE = new Preference(Set.of(), WEEKLY);

        public Preference {
            neverFor = Set.copyOf(neverFor);
            if (weekly < 0 || weekly > 100) {
                throw new IllegalArgumentException("weekly is 0 to 100");
            }
        }
    }

    /**
     * Makes an ask of all who need not be spared. Each gets a code, and a wording by lot, so that
     * all wordings go to equally many, up to one.
     *
     * @throws NobodyLeftException if nobody can be asked
     */
    public Made make(Principal by, NewAsk ask) {
        Instant now = Columns.now(clock);
        String id = tokens.id("ask_");
        return transactionally(() -> {
            Map<PersonId, Spared> spared = spared(by.organization(), ask, now);
            Map<PersonId, Site> left = new HashMap<>(ask.people());
            left.keySet().removeAll(spared.keySet());
            if (left.isEmpty()) {
                throw new NobodyLeftException();
            }
            List<Map.Entry<PersonId, Site>> people = new ArrayList<>(left.entrySet());
            Collections.shuffle(people, random);
            List<Ask.Recipient> recipients = new ArrayList<>();
            for (Map.Entry<PersonId, Site> person : people) {
                Ask.Wording wording = ask.wordings().get(recipients.size() % ask.wordings().size());
                recipients.add(
                        new Ask.Recipient(
                                person.getKey(),
                                Code.fresh(random).text(),
                                person.getValue(),
                                wording.name(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
            }
            Ask made =
                    new Ask(
                            id,
                            by.member(),
                            ask.purpose(),
                            Columns.text(ask.title().strip()),
                            ask.followUp(),
                            now,
                            ask.wordings(),
                            recipients);
            insert(by.organization(), made);
            decisions.append(
                    by.organization(),
                    new Decision.AskMade(id, by.member(), ask.purpose(), left.keySet(), now));
            return new Made(made, spared);
        });
    }

    private void insert(OrganizationId organization, Ask ask) {
        jdbc.sql(
                        """
                        INSERT INTO asks
                            (id, organization, member, purpose, title, follow_up, created)
                        VALUES (:id, :organization, :member, :purpose, :title, :followUp, :created)
                        """)
                .param("id", ask.id())
                .param("organization", organization.value())
                .param("member", ask.member().value())
                .param("purpose", ask.purpose().name())
                .param("title", ask.title())
                .param("followUp", ask.followUp())
                .param("created", Columns.time(ask.created()))
                .update();
        for (Ask.Wording wording : ask.wordings()) {
            jdbc.sql("INSERT INTO ask_wordings (ask, name, text) VALUES (:ask, :name, :text)")
                    .param("ask", ask.id())
                    .param("name", wording.name())
                    .param("text", Columns.text(wording.text()))
                    .update();
        }
        for (Ask.Recipient recipient : ask.recipients()) {
            jdbc.sql(
                            """
                            INSERT INTO ask_recipients
                                (organization, ask, person, code, site, wording)
                            VALUES (:organization, :ask, :person, :code, :site, :wording)
                            """)
                    .param("organization", organization.value())
                    .param("ask", ask.id())
                    .param("person", recipient.person().value())
                    .param("code", recipient.code())
                    .param("site", recipient.site().name())
                    .param("wording", recipient.wording())
                    .update();
        }
    }

    private Map<PersonId, Spared> spared(OrganizationId organization, NewAsk ask, Instant now) {
        Map<PersonId, Spared> spared = new TreeMap<>();
        Map<PersonId, Integer> loads = loads(organization, now);
        Map<PersonId, Preference> preferences = preferences(organization);
        Set<PersonId> waiting = waiting(organization, ask.purpose());
        for (PersonId person : ask.people().keySet()) {
            Preference preference = preferences.getOrDefault(person, Preference.NONE);
            if (preference.neverFor().contains(ask.purpose())) {
                spared.put(person, Spared.NEVER);
            } else if (waiting.contains(person)) {
                spared.put(person, Spared.WAITING);
            } else if (loads.getOrDefault(person, 0) >= preference.weekly()) {
                spared.put(person, Spared.BUSY);
            }
        }
        return spared;
    }

    private Set<PersonId> waiting(OrganizationId organization, Purpose purpose) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                SELECT r.person FROM ask_recipients r JOIN asks a ON a.id = r.ask
                                WHERE r.organization = :organization AND a.purpose = :purpose
                                    AND r.answered IS NULL AND r.declined IS NULL
                                    AND r.silent IS NULL
                                """)
                        .param("organization", organization.value())
                        .param("purpose", purpose.name())
                        .query((row, number) -> new PersonId(row.getString("person")))
                        .list());
    }

    /** How often people were asked in the seven days before; nobody is there with 0. */
    public Map<PersonId, Integer> loads(OrganizationId organization, Instant now) {
        Map<PersonId, Integer> loads = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT r.person FROM ask_recipients r JOIN asks a ON a.id = r.ask
                        WHERE r.organization = :organization AND a.created > :since
                        """)
                .param("organization", organization.value())
                .param("since", Columns.time(now.minus(WEEK)))
                .query((row, number) -> new PersonId(row.getString("person")))
                .list()
                .forEach(person -> loads.merge(person, 1, Integer::sum));
        return loads;
    }

    /** The member's ask, with all recipients. */
    public Optional<Ask> find(Principal by, String id) {
        return jdbc.sql(
                        """
                        SELECT * FROM asks
                        WHERE id = :id AND organization = :organization AND member = :member
                        """)
                .param("id", id)
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .query(this::ask)
                .optional();
    }

    /** The member's asks, the latest first. */
    public List<Ask> list(Principal by, int offset, int limit) {
        return jdbc.sql(
                        """
                        SELECT * FROM asks WHERE organization = :organization AND member = :member
                        ORDER BY created DESC, id LIMIT :limit OFFSET :offset
                        """)
                .param("organization", by.organization().value())
                .param("member", by.member().value())
                .param("limit", limit)
                .param("offset", offset)
                .query(this::ask)
                .list();
    }

    /**
     * Notes what came of asking somebody; the first time counts.
     *
     * @param over the site over which the answer came; that of the ask if null
     * @return false if the member has no such ask, or the person is none of its recipients
     */
    public boolean note(
            Principal by, String id, PersonId person, Ask.Event event, @Nullable Site over) {
        return transactionally(() ->
                find(by, id)
                        .flatMap(ask ->
                                ask.recipients().stream()
                                        .filter(one -> one.person().equals(person))
                                        .findFirst())
                        .map(recipient -> {
                            note(by.organization(), id, recipient.code(), event, over);
                            return true;
                        })
                        .orElse(false));
    }

    private void note(
            OrganizationId organization,
            String ask,
            String code,
            Ask.Event event,
            @Nullable Site over) {
        String column = event.name().toLowerCase(Locale.ROOT);
        Instant now = Columns.now(clock);
        int updated =
                jdbc.sql(
                                "UPDATE ask_recipients SET "
                                        + column
                                        + " = :now WHERE code = :code AND "
                                        + column
                                        + " IS NULL")
                        .param("now", Columns.time(now))
                        .param("code", code)
                        .update();
        if (updated == 0) {
            return;
        }
        if (event != Ask.Event.SENT) {
            jdbc.sql("UPDATE ask_recipients SET sent = COALESCE(sent, :now) WHERE code = :code")
                    .param("now", Columns.time(now))
                    .param("code", code)
                    .update();
        }
        if (event == Ask.Event.ANSWERED) {
            jdbc.sql(
                            """
                            UPDATE ask_recipients
                            SET answered_over = COALESCE(:over, site), silent = NULL
                            WHERE code = :code
                            """)
                    .param("over", over == null ? null : over.name())
                    .param("code", code)
                    .update();
        }
        decisions.append(organization, new Decision.AskNoted(ask, code, event, now));
    }

    /** What whoever holds a code may see: the text that was sent. */
    public record Held(String title, String text, boolean mayBePassedOn) {}

    /** What the code's holder was sent; empty if there is no such code. */
    public Optional<Held> held(Code code) {
        return jdbc.sql(
                        """
                        SELECT a.title, w.text FROM ask_recipients r
                            JOIN asks a ON a.id = r.ask
                            JOIN ask_wordings w ON w.ask = r.ask AND w.name = r.wording
                        WHERE r.code = :root
                        """)
                .param("root", code.root().text())
                .query((row, number) ->
                        new Held(
                                row.getString("title"),
                                row.getString("text"),
                                code.mayBePassedOn()))
                .optional()
                .filter(held -> code.parent().isEmpty() || isPassedOn(code));
    }

    private boolean isPassedOn(Code code) {
        return jdbc.sql("SELECT COUNT(*) FROM ask_passed_on WHERE code = :code")
                        .param("code", code.text())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * Notes what the holder of a code says. What somebody says to whom it was passed on is noted of
     * that code alone: that it was used.
     *
     * @return false if there is no such code
     */
    public boolean redeem(Code code, Ask.Event event, @Nullable Site over) {
        return transactionally(() -> {
            if (held(code).isEmpty()) {
                return false;
            }
            if (code.parent().isPresent()) {
                jdbc.sql(
                                """
                                UPDATE ask_passed_on SET used = COALESCE(used, :now)
                                WHERE code = :code
                                """)
                        .param("now", Columns.time(Columns.now(clock)))
                        .param("code", code.text())
                        .update();
            } else {
                Origin origin = origin(code);
                note(origin.organization(), origin.ask(), code.text(), event, over);
            }
            return true;
        });
    }

    /** A code for one more to whom the holder passes the ask on; empty if there is no such code. */
    public Optional<Code> passOn(Code code) {
        return transactionally(() -> {
            if (held(code).isEmpty() || !code.mayBePassedOn()) {
                return Optional.empty();
            }
            Origin origin = origin(code.root());
            // Two who pass the same code on at once wait for each other.
            jdbc.sql("SELECT code FROM ask_recipients WHERE code = :code FOR UPDATE")
                    .param("code", code.root().text())
                    .query(String.class)
                    .single();
            int children =
                    jdbc.sql(
                                    """
                                    SELECT COUNT(*) FROM ask_passed_on
                                    WHERE ask = :ask AND code LIKE :below AND code NOT LIKE :deeper
                                    """)
                            .param("ask", origin.ask())
                            .param("below", code.text() + "-%")
                            .param("deeper", code.text() + "-%-%")
                            .query(Integer.class)
                            .single();
            Code child = code.child(children + 1);
            jdbc.sql(
                            """
                            INSERT INTO ask_passed_on (ask, code, passed)
                            VALUES (:ask, :code, :now)
                            """)
                    .param("ask", origin.ask())
                    .param("code", child.text())
                    .param("now", Columns.time(Columns.now(clock)))
                    .update();
            redeem(code, Ask.Event.FORWARDED, null);
            return Optional.of(child);
        });
    }

    private record Origin(OrganizationId organization, String ask) {}

    private Origin origin(Code root) {
        return jdbc.sql("SELECT organization, ask FROM ask_recipients WHERE code = :code")
                .param("code", root.text())
                .query((row, number) ->
                        new Origin(
                                new OrganizationId(row.getString("organization")),
                                row.getString("ask")))
                .single();
    }

    /** The codes that were passed on and that somebody used. */
    public List<Code> passedOn(Ask ask) {
        return jdbc.sql("SELECT code FROM ask_passed_on WHERE ask = :ask AND used IS NOT NULL")
                .param("ask", ask.id())
                .query((row, number) -> new Code(row.getString("code")))
                .list();
    }

    /** What came of asking each person for a purpose. */
    public Map<PersonId, RefusalMemory.Record> records(
            OrganizationId organization, Purpose purpose, Instant now) {
        record Came(PersonId person, boolean accepted, boolean declined, double waiting) {}
        List<Came> all =
                jdbc.sql(
                                """
                                SELECT r.* FROM ask_recipients r JOIN asks a ON a.id = r.ask
                                WHERE r.organization = :organization AND a.purpose = :purpose
                                    AND r.sent IS NOT NULL
                                """)
                        .param("organization", organization.value())
                        .param("purpose", purpose.name())
                        .query((row, number) ->
                                new Came(
                                        new PersonId(row.getString("person")),
                                        row.getObject("answered") != null
                                                || row.getObject("forwarded") != null,
                                        row.getObject("declined") != null,
                                        Duration.between(Columns.time(row, "sent"), now).toSeconds()
                                                / SECONDS_A_DAY))
                        .list();
        Map<PersonId, RefusalMemory.Record> records = new TreeMap<>();
        all.stream()
                .collect(Collectors.groupingBy(Came::person))
                .forEach((person, came) ->
                        records.put(
                                person,
                                new RefusalMemory.Record(
                                        (int)
                                                came.stream()
                                                        .filter(c -> c.accepted() && !c.declined())
                                                        .count(),
                                        (int) came.stream().filter(Came::declined).count(),
                                        came.stream()
                                                .filter(c -> !c.accepted() && !c.declined())
                                                .map(Came::waiting)
                                                .toList())));
        return records;
    }

    /** What people let be known of being asked; who said nothing is not there. */
    public Map<PersonId, Preference> preferences(OrganizationId organization) {
        Map<PersonId, Preference> preferences = new TreeMap<>();
        jdbc.sql("SELECT * FROM ask_preferences WHERE organization = :organization")
                .param("organization", organization.value())
                .query(row -> {
                    preferences.put(
                            new PersonId(row.getString("person")),
                            new Preference(
                                    purposes(row.getString("never_for")), row.getInt("weekly")));
                });
        return preferences;
    }

    /** Notes what somebody lets be known of being asked, in place of what they did before. */
    public void prefer(Principal by, PersonId person, Preference preference) {
        String never =
                preference.neverFor().stream()
                        .sorted()
                        .map(Purpose::name)
                        .collect(Collectors.joining(" "));
        transactions.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            DELETE FROM ask_preferences
                            WHERE organization = :organization AND person = :person
                            """)
                    .param("organization", by.organization().value())
                    .param("person", person.value())
                    .update();
            jdbc.sql(
                            """
                            INSERT INTO ask_preferences (organization, person, never_for, weekly)
                            VALUES (:organization, :person, :never, :weekly)
                            """)
                    .param("organization", by.organization().value())
                    .param("person", person.value())
                    .param("never", never)
                    .param("weekly", preference.weekly())
                    .update();
            decisions.append(
                    by.organization(),
                    new Decision.AskingPreferred(
                            person, by.member(), preference.neverFor(), preference.weekly()));
        });
    }

    private static Set<Purpose> purposes(String text) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        Arrays.stream(text.split(" "))
                .filter(one -> !one.isEmpty())
                .map(Purpose::valueOf)
                .forEach(purposes::add);
        return purposes;
    }

    private Ask ask(ResultSet row, int number) throws SQLException {
        String id = row.getString("id");
        return new Ask(
                id,
                new MemberId(row.getString("member")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("title"),
                row.getObject("follow_up", LocalDate.class),
                Columns.time(row, "created"),
                jdbc.sql("SELECT * FROM ask_wordings WHERE ask = :ask ORDER BY name")
                        .param("ask", id)
                        .query((r, n) -> new Ask.Wording(r.getString("name"), r.getString("text")))
                        .list(),
                jdbc.sql("SELECT * FROM ask_recipients WHERE ask = :ask ORDER BY person")
                        .param("ask", id)
                        .query(Asks::recipient)
                        .list());
    }

    private static Ask.Recipient recipient(ResultSet row, int number) throws SQLException {
        String over = row.getString("answered_over");
        return new Ask.Recipient(
                new PersonId(row.getString("person")),
                row.getString("code"),
                new Site(row.getString("site")),
                row.getString("wording"),
                Columns.timeOrNull(row, "sent"),
                Columns.timeOrNull(row, "answered"),
                over == null ? null : new Site(over),
                Columns.timeOrNull(row, "declined"),
                Columns.timeOrNull(row, "forwarded"),
                Columns.timeOrNull(row, "silent"),
                Columns.timeOrNull(row, "useful"));
    }

    private <T> T transactionally(java.util.function.Supplier<T> action) {
        T result = transactions.execute(status -> action.get());
        if (result == null) {
            throw new IllegalStateException("a transaction gives what its action gives");
        }
        return result;
    }
}
