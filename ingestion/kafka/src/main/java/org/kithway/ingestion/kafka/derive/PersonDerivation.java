package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.identity.PersonIds;
import org.kithway.identity.Profile;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.ingestion.kafka.derive.Waiting.Turn;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.PersonDocument;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One person's document and evidence in one layer, compared with what was handed out before; only
 * what differs goes out. Everything is a function of the facts that count and of who is who.
 */
final class PersonDerivation {
    private static final int CONTENT_AT = 2 * Integer.BYTES + 1;

    private final Assertions assertions;
    private final Activity activity;
    private final People people;
    private final Ties ties;
    private final Dictionary dictionary;
    private final PersonIds ids;
    // layer, person -> content
    private final MVMap<byte[], byte[]> documents;
    // layer, person, fact -> account, family, other account, content
    private final MVMap<byte[], byte[]> evidence;
    // layer, person of the organization's layer
    private final MVMap<byte[], byte[]> overridden;
    // layers of which the overridden people are to be told anew
    private final MVMap<byte[], byte[]> overrideChanged;

    private final Map<Integer, Map<Integer, List<MemberId>>> members = new HashMap<>();

    PersonDerivation(DerivedState state, PersonIds ids) {
        this.ids = ids;
        this.assertions = state.assertions();
        this.activity = state.activity();
        this.people = state.people();
        this.ties = state.ties();
        this.dictionary = state.dictionary();
        this.documents = state.documents();
        this.evidence = state.evidence();
        this.overridden = state.overridden();
        this.overrideChanged = state.overrideChanged();
    }

    /** Forgets which people are members: accounts may have moved. */
    void refresh() {
        members.clear();
    }

    /** Brings the person's document up to date; the ties must be. */
    void document(Turn turn, List<Change> changes) {
        int layer = turn.layer();
        byte[] key = Keys.of(layer, turn.person());
        List<Integer> accounts = people.accounts(layer, turn.person());
        if (accounts.isEmpty()) {
            if (documents.remove(key) != null) {
                changes.add(
                        new Change.RemovePerson(
                                dictionary.layer(layer), dictionary.person(turn.person())));
            }
        } else {
            PersonDocument document = document(layer, turn.person(), accounts);
            byte[] content = Content.of(document);
            if (!Arrays.equals(content, documents.put(key, content))) {
                changes.add(new Change.PutPerson(document));
            }
        }
        if (layer != Dictionary.ORGANIZATION) {
            override(layer, turn.person());
        }
    }

    private void override(int layer, int person) {
        byte[] key = Keys.of(layer, person);
        boolean is = people.isOverridden(layer, person);
        boolean was =
                is ? overridden.put(key, Keys.NOTHING) != null : overridden.remove(key) != null;
        if (is != was) {
            overrideChanged.put(Keys.of(layer), Keys.NOTHING);
        }
    }

    /** What is to be said of whom a member's layer replaces, for one member; null if nothing is. */
    Change.@Nullable Override nextOverride() {
        byte[] next = overrideChanged.firstKey();
        if (next == null) {
            return null;
        }
        overrideChanged.remove(next);
        int layer = Keys.number(next, 0);
        MemberId member = dictionary.layer(layer).member();
        if (member == null) {
            throw new IllegalStateException("the organization's layer replaces nobody");
        }
        List<PersonId> replaced = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(overridden, Keys.of(layer))) {
            replaced.add(dictionary.person(Keys.number(entry.key(), Integer.BYTES)));
        }
        replaced.sort(null);
        return new Change.Override(member, replaced);
    }

    private PersonDocument document(int layer, int person, List<Integer> accounts) {
        Profile profile = Profile.of(profileFacts(layer, accounts));
        List<AccountId> named = accounts.stream().map(dictionary::account).sorted().toList();
        Map<Integer, List<MemberId>> membersOfLayer = members(layer);
        SortedSet<MemberId> knownBy = new TreeSet<>();
        SortedSet<Integer> years = new TreeSet<>();
        int[] count = {0};
        ties.eachSeen(
                layer,
                person,
                (tie, other) -> {
                    count[0]++;
                    List<MemberId> here = membersOfLayer.getOrDefault(other, List.of());
                    if (!here.isEmpty()) {
                        if (tie.known()) {
                            knownBy.addAll(here);
                        }
                        if (tie.year() != 0) {
                            years.add(tie.year());
                        }
                    }
                });
        return new PersonDocument(
                dictionary.person(person),
                dictionary.layer(layer),
                profile.names(),
                profile.headline(),
                named,
                ids.aliases(named),
                profile.organization(),
                profile.title(),
                profile.organizations(),
                profile.titles(),
                profile.skills(),
                profile.places(),
                profile.industries(),
                profile.schools(),
                profile.languages(),
                profile.interests(),
                List.copyOf(knownBy),
                List.copyOf(years),
                membersOfLayer.getOrDefault(person, List.of()).stream().findFirst().orElse(null),
                count[0]);
    }

    /** The facts of the person's profile, each once; published texts say nothing there. */
    private List<Fact> profileFacts(int layer, List<Integer> accounts) {
        List<Fact> facts = new ArrayList<>();
        for (int account : accounts) {
            eachFact(
                    layer,
                    account,
                    Family.PROFILE,
                    row -> {
                        Fact fact = row.fact(dictionary);
                        if (!(fact instanceof Fact.Published)) {
                            facts.add(fact);
                        }
                    });
        }
        return facts;
    }

    private Map<Integer, List<MemberId>> members(int layer) {
        return members.computeIfAbsent(
                layer,
                key -> {
                    Map<Integer, SortedSet<MemberId>> found = new HashMap<>();
                    for (int account : dictionary.members()) {
                        int person = people.seen(account, layer);
                        if (person != 0) {
                            found.computeIfAbsent(person, p -> new TreeSet<>())
                                    .add(new MemberId(dictionary.account(account).key()));
                        }
                    }
                    Map<Integer, List<MemberId>> sorted = new HashMap<>();
                    found.forEach((person, ids) -> sorted.put(person, List.copyOf(ids)));
                    return sorted;
                });
    }

    /** How many rows the person has whom the layer sees; O(accounts log n). */
    int rows(Turn turn) {
        return people.accountsSeen(turn.layer(), turn.person()).stream()
                .mapToInt(assertions::count)
                .sum();
    }

    /** How many rows may be evidence for the person; O(accounts log n). */
    int evidenceRows(Turn turn) {
        int rows = 0;
        for (int account : people.accounts(turn.layer(), turn.person())) {
            for (Family family : Evidence.FAMILIES) {
                rows += assertions.count(account, family);
            }
        }
        return rows;
    }

    /** Brings the evidence that is in the turn's group of facts up to date. */
    void evidence(Turn turn, List<Change> changes) {
        Group group = turn.group();
        int layer = turn.layer();
        Set<String> present = new HashSet<>();
        for (int account : people.accounts(layer, turn.person())) {
            for (Family family : Evidence.FAMILIES) {
                eachFact(
                        layer,
                        account,
                        family,
                        row -> {
                            if (group.hasEvidence(row.factBytes())
                                    && speaksFor(row, layer) == turn.person()) {
                                EvidenceDocument document = evidence(row, layer, turn.person());
                                if (document != null) {
                                    present.add(document.id());
                                    put(turn, row, document, changes);
                                }
                            }
                        });
            }
        }
        for (Keys.Entry entry : Keys.under(evidence, Keys.of(layer, turn.person()))) {
            byte[] fact = Arrays.copyOfRange(entry.key(), 2 * Integer.BYTES, entry.key().length);
            String id = HexFormat.of().formatHex(fact);
            if (group.hasEvidence(fact) && !present.contains(id)) {
                evidence.remove(entry.key());
                if (!speaksForSomebody(entry.value(), fact, layer)) {
                    changes.add(new Change.RemoveEvidence(dictionary.layer(layer), id));
                }
            }
        }
    }

    private void put(Turn turn, Row row, EvidenceDocument document, List<Change> changes) {
        byte[] content = Content.of(document);
        byte[] value =
                ByteBuffer.allocate(CONTENT_AT + content.length)
                        .putInt(row.account())
                        .put((byte) row.family().ordinal())
                        .putInt(row.other())
                        .put(content)
                        .array();
        byte[] key = Keys.of(turn.layer(), turn.person(), row.factBytes());
        byte[] before = evidence.put(key, value);
        if (before == null || !Arrays.equals(contentOfEvidence(before), content)) {
            changes.add(new Change.PutEvidence(document));
        }
    }

    /** What tells one piece of evidence from others, as it stands in the state. */
    static byte[] contentOfEvidence(byte[] value) {
        return Arrays.copyOfRange(value, CONTENT_AT, value.length);
    }

    /** Whether evidence that left one person is another's now, who says so in due turn. */
    private boolean speaksForSomebody(byte[] value, byte[] fact, int layer) {
        return assertions.any(
                Keys.number(value, 0),
                Family.values()[value[Integer.BYTES]],
                Keys.number(value, Integer.BYTES + 1),
                fact,
                row -> activity.counts(row, layer) && speaksFor(row, layer) != 0);
    }

    /**
     * The person of exactly this layer for whom a row may be evidence, or 0: what somebody says of
     * others speaks for the others, and what is said of oneself by another account for nobody.
     */
    private int speaksFor(Row row, int layer) {
        int person = people.person(row.account(), layer);
        if (row.family() == Family.PROFILE) {
            return person;
        }
        return row.isSubject() || people.seen(row.other(), layer) == person ? 0 : person;
    }

    private @Nullable EvidenceDocument evidence(Row row, int layer, int person) {
        Evidence said = Evidence.of(row.fact(dictionary));
        if (said == null) {
            return null;
        }
        AccountId account = dictionary.account(row.account());
        return new EvidenceDocument(
                row.factId(),
                dictionary.layer(layer),
                dictionary.person(person),
                said.kind(),
                account.isMember() ? activity.site(row.imported()) : account.site(),
                said.date(),
                said.text(),
                said.by(),
                new ImportId(dictionary.text(row.imported())),
                row.place(dictionary));
    }

    /** Each fact that counts once, however many say it, as the first source has it. */
    private void eachFact(int layer, int account, Family family, Consumer<Row> action) {
        Row[] first = {null};
        assertions.each(
                account,
                family,
                row -> {
                    if (!activity.counts(row, layer)) {
                        return;
                    }
                    Row held = first[0];
                    if (held == null) {
                        first[0] = row;
                    } else if (!held.sameFact(row)) {
                        action.accept(held);
                        first[0] = row;
                    } else if (isBefore(row, held)) {
                        first[0] = row;
                    }
                });
        if (first[0] != null) {
            action.accept(first[0]);
        }
    }

    /** Sources in order: by upload of the import, and within it by name of the kind of file. */
    private boolean isBefore(Row one, Row other) {
        int byImport =
                Integer.compare(activity.age(one.imported()), activity.age(other.imported()));
        return byImport != 0
                ? byImport < 0
                : dictionary.text(one.part()).compareTo(dictionary.text(other.part())) < 0;
    }
}
