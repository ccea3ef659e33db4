package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Judgement;
import org.kithway.identity.Reason;
import org.kithway.identity.Reference;
import org.kithway.ingestion.Identities.Atom;
import org.kithway.ingestion.Identities.Doubt;
import org.kithway.ingestion.Identities.Explanation;
import org.kithway.ingestion.Identities.Link;
import org.kithway.ingestion.Identities.Report;
import org.kithway.ingestion.Identities.Review;
import org.kithway.ingestion.Identities.State;
import org.kithway.ingestion.Identities.Stated;
import org.kithway.ingestion.kafka.derive.Edges.Edge;
import org.kithway.ingestion.kafka.derive.Row.Family;
import org.kithway.ingestion.kafka.derive.Rulings.Ruling;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells from the state who is one person and why; for any thread, one question at a time. What the
 * deriver is in the middle of changing may make an answer fail, never wrong for long.
 */
public final class Explanations {
    private static final int MOST_ATOMS = 40;
    private static final int LOOKED = 2_000;
    private static final int SAMPLE = 5_000;
    private static final int CANDIDATES = 20_000;
    private static final int CANDIDATES_EACH = 6;

    private final DerivedState state;
    private final Dictionary dictionary;
    private final References references;
    private final Matching matching;
    private final View view;
    private final int layer;

    /** What those see who see the layer. */
    public Explanations(DerivedState state, Layer seen) {
        this.state = state;
        this.dictionary = state.dictionary();
        this.references = new References(state, new Moves(state));
        this.matching = new Matching(state, references);
        int number = seen.isOrganization() ? 0 : dictionary.find(seen.toString());
        this.layer = number == 0 ? Dictionary.ORGANIZATION : number;
        this.view = new View(state, layer);
    }

    /** Why the person's accounts are one person's; empty if there is no such one. */
    public Optional<Explanation> explain(PersonId person) {
        int number = dictionary.find(person.value());
        List<Integer> accounts =
                number == 0 ? List.of() : state.people().accountsSeen(layer, number);
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<Integer> atoms = new TreeSet<>();
        accounts.forEach(account -> atoms.add(view.atom(account)));
        atoms.remove(0);
        List<Integer> shown = atoms.stream().limit(MOST_ATOMS).toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            for (int j = i + 1; j < shown.size(); j++) {
                links.add(link(shown.get(i), shown.get(j)));
            }
            // Who else it may be, or may not.
            int one = shown.get(i);
            view.eachEdge(
                    one,
                    (edge, other) -> {
                        if (!atoms.contains(other) && links.size() < 4 * MOST_ATOMS) {
                            links.add(link(one, other));
                        }
                    });
        }
        return Optional.of(new Explanation(shown.stream().map(this::atom).toList(), links));
    }

    private Link link(int one, int other) {
        Ruling ruling = ruling(one, other);
        Edge edge = view.edge(one, other);
        State made;
        if (ruling != null) {
            made = ruling.isSame() ? State.CONFIRMED : State.DENIED;
        } else if (edge != null && edge.state() == Edges.State.JOINED) {
            made = State.JOINED;
        } else if (isOnePerson(one, other)) {
            made = State.ALONG;
        } else {
            made = State.DOUBTFUL;
        }
        return new Link(
                dictionary.person(one),
                dictionary.person(other),
                made,
                matching.judge(layer, one, other),
                ruling == null ? null : ruling.verdict().id());
    }

    private @Nullable Ruling ruling(int one, int other) {
        Rulings rulings = state.rulings();
        for (int account : view.accounts(one)) {
            if (rulings.speaksOf(account)) {
                for (int to : view.accounts(other)) {
                    Ruling ruling = rulings.of(layer, account, to);
                    if (ruling != null) {
                        return ruling;
                    }
                }
            }
        }
        return null;
    }

    private boolean isOnePerson(int one, int other) {
        People people = state.people();
        return people.seen(view.accounts(one).getFirst(), layer)
                == people.seen(view.accounts(other).getFirst(), layer);
    }

    private Atom atom(int atom) {
        List<AccountId> accounts =
                view.accounts(atom).stream().map(dictionary::account).sorted().toList();
        List<Stated> stated = new ArrayList<>();
        for (int account : view.accounts(atom)) {
            state.assertions()
                    .each(
                            account,
                            Family.IDENTITY,
                            row -> {
                                if (row.isSubject() && state.activity().counts(row, layer)) {
                                    stated.add(
                                            new Stated(
                                                    dictionary.account(account),
                                                    dictionary.account(row.other()),
                                                    new ImportId(dictionary.text(row.imported()))));
                                }
                            });
        }
        return new Atom(dictionary.person(atom), accounts, stated.stream().distinct().toList());
    }

    /** Pairs that wait for a verdict, after those up to the cursor. */
    public Review review(@Nullable String cursor, int size) {
        List<Doubt> found = new ArrayList<>();
        byte[] after = cursor == null ? null : HexFormat.of().parseHex(cursor);
        if (after != null && after.length != Edges.REVIEW_KEY) {
            throw new IllegalArgumentException("no cursor of a review");
        }
        List<Integer> layers =
                layer == Dictionary.ORGANIZATION
                        ? List.of(layer)
                        : List.of(layer, Dictionary.ORGANIZATION);
        for (int each : layers) {
            boolean passed = after != null && Keys.number(after, 0) != each;
            if (passed && each != Dictionary.ORGANIZATION) {
                continue;
            }
            byte[] from = passed ? null : after;
            while (true) {
                List<Edges.Waiting> some = state.edges().review(each, from, size + 1);
                for (Edges.Waiting pair : some) {
                    if (isOpen(each, pair)) {
                        if (found.size() == size) {
                            return new Review(found, HexFormat.of().formatHex(from));
                        }
                        found.add(
                                new Doubt(
                                        atom(pair.one()),
                                        atom(pair.other()),
                                        matching.judge(layer, pair.one(), pair.other()),
                                        each != Dictionary.ORGANIZATION));
                    }
                    from = pair.key();
                }
                if (some.size() <= size) {
                    break;
                }
            }
        }
        return new Review(found, null);
    }

    /** Whether the pair is in this view, and still two people there. */
    private boolean isOpen(int keptIn, Edges.Waiting pair) {
        if (!view.has(pair.one()) || !view.has(pair.other())) {
            return false;
        }
        boolean own =
                layer != Dictionary.ORGANIZATION
                        && (view.isOwn(pair.one()) || view.isOwn(pair.other()));
        return own == (keptIn != Dictionary.ORGANIZATION) && !isOnePerson(pair.one(), pair.other());
    }

    /** How the organization's accounts come to be people; O(joined pairs that are looked at). */
    public Report report() {
        Map<String, Integer> kinds = new TreeMap<>();
        int[] counts = {0, 0};
        state.edges()
                .all(
                        Dictionary.ORGANIZATION,
                        (one, other, edge) -> {
                            if (edge.state() == Edges.State.JOINED) {
                                counts[0]++;
                                if (counts[1] < LOOKED) {
                                    counts[1]++;
                                    count(
                                            matching.judge(Dictionary.ORGANIZATION, one, other),
                                            kinds);
                                }
                            }
                        });
        List<PersonId> giants = new ArrayList<>();
        for (Keys.Entry entry : Keys.under(state.giants(), Keys.of(Dictionary.ORGANIZATION))) {
            for (int account :
                    state.atoms()
                            .accounts(
                                    Dictionary.ORGANIZATION,
                                    Keys.number(entry.key(), Integer.BYTES))) {
                giants.add(
                        dictionary.person(state.people().person(account, Dictionary.ORGANIZATION)));
                break;
            }
        }
        byte[] shared = Keys.of(Dictionary.ORGANIZATION);
        return new Report(
                state.people().count(Dictionary.ORGANIZATION),
                Keys.count(state.known(), shared),
                Keys.count(state.documents(), shared),
                kinds,
                counts[1],
                counts[0],
                state.edges().reviews(Dictionary.ORGANIZATION),
                layer == Dictionary.ORGANIZATION ? 0 : state.edges().reviews(layer),
                giants.stream().distinct().sorted().toList(),
                matching.model().version());
    }

    private static void count(Judgement judgement, Map<String, Integer> kinds) {
        judgement.reasons().stream()
                .filter(reason -> reason.bits() > 0)
                .map(Explanations::kind)
                .distinct()
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }

    /** A reason without its details: what comes after a comma, and numbers. */
    private static String kind(Reason reason) {
        String words = reason.words();
        int comma = words.indexOf(',');
        return (comma < 0 ? words : words.substring(0, comma)).replaceAll("[0-9]+ ", "");
    }

    /** The model that follows the present one, learned from a part of the organization's atoms. */
    public IdentityModel estimate() {
        List<Integer> atoms = sample();
        List<Reference> sample = new ArrayList<>();
        List<IdentityModel.Candidate> candidates = new ArrayList<>();
        for (int atom : atoms) {
            Reference reference = references.of(Dictionary.ORGANIZATION, atom);
            sample.add(reference);
            if (candidates.size() < CANDIDATES) {
                matching.candidates(Dictionary.ORGANIZATION, atom).stream()
                        .limit(CANDIDATES_EACH)
                        .forEach(other ->
                                candidates.add(
                                        new IdentityModel.Candidate(
                                                reference,
                                                references.of(Dictionary.ORGANIZATION, other))));
            }
        }
        IdentityModel present = matching.model();
        return present.estimate(sample, candidates, present.version() + 1);
    }

    /** Atoms of the organization, evenly spread over all of them. */
    private List<Integer> sample() {
        var known = state.known();
        int all = Keys.count(known, Keys.of(Dictionary.ORGANIZATION));
        List<Integer> atoms = new ArrayList<>();
        int step = Math.max(1, all / SAMPLE);
        for (long i = 0; i < all && atoms.size() < SAMPLE; i += step) {
            atoms.add(Keys.number(known.getKey(i), Integer.BYTES));
        }
        return atoms;
    }
}
