package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.BlockingKeys;
import org.kithway.identity.Clustering;
import org.kithway.identity.Contacts;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Judgement;
import org.kithway.identity.PersonIds;
import org.kithway.identity.Reference;
import org.kithway.identity.Verdict;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.registry.Decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Works out who is one person in one view, from all facts and verdicts at once. */
final class OraclePeople {
    private final PersonIds ids;
    private final IdentityModel model;
    private final List<Decision.Verdict> verdicts;
    private final @Nullable OraclePeople shared;
    private final Layer layer;
    private final List<Assertion> said;

    /** The own atoms of the view, and all of it, each by its name. */
    private final Set<PersonId> own = new TreeSet<>();

    private final Map<PersonId, Set<AccountId>> atoms = new TreeMap<>();
    private final Map<AccountId, PersonId> atomOf = new HashMap<>();
    private final Map<PersonId, Integer> known = new HashMap<>();
    private final Map<PersonId, Reference> references = new HashMap<>();
    private final Map<PersonId, Map<PersonId, Double>> edges = new TreeMap<>();

    /** Everybody whom the view sees, and those of them who are its own. */
    final Map<PersonId, Set<AccountId>> people = new TreeMap<>();

    final Set<PersonId> ownPeople = new TreeSet<>();

    /**
     * @param shared the organization's view, null for itself
     * @param verdicts that hold, in the order in which they were given
     */
    OraclePeople(
            PersonIds ids,
            IdentityModel model,
            List<Decision.Verdict> verdicts,
            @Nullable OraclePeople shared,
            @Nullable MemberId member,
            List<Assertion> active) {
        this.ids = ids;
        this.model = model;
        this.verdicts = verdicts;
        this.shared = shared;
        this.layer = member == null ? Layer.ORGANIZATION : Layer.of(member);
        this.said =
                active.stream()
                        .filter(a -> a.layer().isOrganization() || a.layer().equals(layer))
                        .toList();
        atoms();
        references();
        edges();
        people();
    }

    /** True if one person's, false if not, null if nobody says. */
    private @Nullable Boolean ruled(AccountId one, AccountId other) {
        Boolean ruled = null;
        boolean byOwn = false;
        for (Decision.Verdict verdict : verdicts) {
            boolean mine = !verdict.layer().isOrganization();
            if ((mine && !verdict.layer().equals(layer)) || (byOwn && !mine)) {
                continue;
            }
            Boolean says =
                    switch (verdict) {
                        case Decision.SamePerson same ->
                                same.accounts().contains(one) && same.accounts().contains(other)
                                        ? Boolean.TRUE
                                        : null;
                        case Decision.DifferentPeople different ->
                                different.accounts().contains(one)
                                                        && different.others().contains(other)
                                                || different.accounts().contains(other)
                                                        && different.others().contains(one)
                                        ? Boolean.FALSE
                                        : null;
                    };
            if (says != null) {
                ruled = says;
                byOwn = mine;
            }
        }
        return ruled;
    }

    private static Set<AccountId> accounts(Fact fact) {
        AccountId object = fact.object();
        return object == null ? Set.of(fact.subject()) : Set.of(fact.subject(), object);
    }

    private void atoms() {
        // Every account begins alone; each statement that two are one lets two sets grow together.
        Map<AccountId, Set<AccountId>> sets = new HashMap<>();
        for (Assertion a : said) {
            accounts(a.fact()).forEach(x -> sets.putIfAbsent(x, new TreeSet<>(Set.of(x))));
        }
        for (Assertion a : said) {
            if (a.fact() instanceof Fact.SameAs same && isStrong(same)) {
                Set<AccountId> joined = new TreeSet<>(sets.get(same.subject()));
                joined.addAll(sets.get(same.object()));
                joined.forEach(x -> sets.put(x, joined));
            }
        }
        Set<AccountId> told = new HashSet<>();
        said.stream()
                .filter(a -> a.layer().equals(layer))
                .forEach(a -> told.addAll(accounts(a.fact())));
        verdicts.stream().filter(v -> v.layer().equals(layer)).forEach(v -> told.addAll(v.all()));
        for (Set<AccountId> set : new HashSet<>(sets.values())) {
            if (shared != null && set.stream().noneMatch(told::contains)) {
                continue;
            }
            boolean divided =
                    set.stream()
                            .anyMatch(x ->
                                    set.stream()
                                            .anyMatch(y ->
                                                    !x.equals(y)
                                                            && Boolean.FALSE.equals(ruled(x, y))));
            if (divided) {
                set.forEach(x -> atom(Set.of(x), true));
            } else {
                atom(set, true);
            }
        }
        if (shared != null) {
            shared.atoms
                    .values()
                    .forEach(set -> {
                        if (set.stream().noneMatch(atomOf::containsKey)) {
                            atom(set, false);
                        }
                    });
        }
    }

    private static boolean isStrong(Fact.SameAs same) {
        return !same.subject().isName() && !same.object().isName();
    }

    private void atom(Set<AccountId> accounts, boolean isOwn) {
        PersonId name = ids.of(accounts);
        atoms.put(name, new TreeSet<>(accounts));
        accounts.forEach(x -> atomOf.put(x, name));
        if (isOwn) {
            own.add(name);
        }
    }

    private Set<PersonId> contacts(PersonId atom) {
        Set<PersonId> contacts = new TreeSet<>();
        for (Assertion a : said) {
            AccountId object = a.fact().object();
            if (object != null && !(a.fact() instanceof Fact.SameAs)) {
                PersonId one = atomOf.get(a.fact().subject());
                PersonId other = atomOf.get(object);
                if (atom.equals(one) && other != null) {
                    contacts.add(other);
                }
                if (atom.equals(other) && one != null) {
                    contacts.add(one);
                }
            }
        }
        contacts.remove(atom);
        return contacts;
    }

    private void references() {
        for (PersonId atom : atoms.keySet()) {
            Integer count = shared == null ? null : shared.known.get(atom);
            known.put(atom, own.contains(atom) || count == null ? contacts(atom).size() : count);
        }
        List<PersonId> numbers = new ArrayList<>(atoms.keySet());
        atoms.forEach((atom, accounts) -> {
            Map<Integer, Integer> contacts = new HashMap<>();
            contacts(atom)
                    .forEach(contact ->
                            contacts.put(
                                    numbers.indexOf(contact),
                                    Math.max(1, known.getOrDefault(contact, 1))));
            Set<Fact> facts = new HashSet<>();
            for (Assertion a : said) {
                if (a.fact().object() == null && accounts.contains(a.fact().subject())) {
                    facts.add(a.fact());
                }
            }
            references.put(
                    atom,
                    Reference.of(accounts, facts, Contacts.of(numbers.indexOf(atom), contacts)));
        });
    }

    private Judgement judge(PersonId one, PersonId other) {
        return model.compare(reference(one), reference(other));
    }

    private Reference reference(PersonId atom) {
        Reference reference = references.get(atom);
        if (reference == null) {
            throw new IllegalStateException("no such atom");
        }
        return reference;
    }

    private void edges() {
        for (PersonId one : atoms.keySet()) {
            for (PersonId other : atoms.keySet()) {
                if (one.compareTo(other) < 0) {
                    Double bits = bits(one, other);
                    if (bits != null) {
                        edges.computeIfAbsent(one, key -> new TreeMap<>()).put(other, bits);
                        edges.computeIfAbsent(other, key -> new TreeMap<>()).put(one, bits);
                    }
                }
            }
        }
    }

    private @Nullable Double bits(PersonId one, PersonId other) {
        if (shared != null && !own.contains(one) && !own.contains(other)) {
            return shared.edges.getOrDefault(one, Map.of()).get(other);
        }
        for (Assertion a : said) {
            if (a.fact() instanceof Fact.SameAs same && isStrong(same)) {
                Set<PersonId> pair = new HashSet<>();
                accounts(same).forEach(x -> pair.add(atomOf.get(x)));
                if (pair.equals(Set.of(one, other))) {
                    return 60.0;
                }
            }
        }
        BlockingKeys keys = model.blockingKeys(reference(one));
        BlockingKeys others = model.blockingKeys(reference(other));
        boolean rough = !isAtOneSite(one, other);
        if (Collections.disjoint(
                rough ? keys.all() : keys.telling(), rough ? others.all() : others.telling())) {
            return null;
        }
        Judgement judgement = judge(one, other);
        return judgement.verdict() == Verdict.DIFFERENT ? null : judgement.bits();
    }

    /** Whether each has but one account, both at the same site. */
    private boolean isAtOneSite(PersonId one, PersonId other) {
        List<AccountId> two = new ArrayList<>(atoms.getOrDefault(one, Set.of()));
        two.addAll(atoms.getOrDefault(other, Set.of()));
        return two.size() == 2
                && two.stream().noneMatch(AccountId::isName)
                && two.getFirst().site().equals(two.getLast().site());
    }

    /** The atoms that a verdict joins with this one, or tells apart from it. */
    private Set<PersonId> ruled(PersonId atom, boolean same) {
        Set<PersonId> ruled = new TreeSet<>();
        for (AccountId x : atoms.getOrDefault(atom, Set.of())) {
            atomOf.forEach((y, other) -> {
                Boolean says = x.equals(y) ? null : ruled(x, y);
                if (says != null && says == same && !other.equals(atom)) {
                    ruled.add(other);
                }
            });
        }
        return ruled;
    }

    private SortedSet<PersonId> region(PersonId start) {
        SortedSet<PersonId> region = new TreeSet<>(Set.of(start));
        SortedSet<PersonId> open = new TreeSet<>(Set.of(start));
        while (!open.isEmpty()) {
            PersonId next = open.removeFirst();
            Set<PersonId> beside = new TreeSet<>(edges.getOrDefault(next, Map.of()).keySet());
            beside.addAll(ruled(next, true));
            if (shared != null) {
                for (Set<AccountId> accounts : shared.people.values()) {
                    if (atoms.getOrDefault(next, Set.of()).stream().anyMatch(accounts::contains)) {
                        accounts.forEach(x -> beside.add(atomOf.get(x)));
                    }
                }
            }
            beside.forEach(each -> {
                if (region.add(each)) {
                    open.add(each);
                }
            });
        }
        return region;
    }

    private void people() {
        Set<PersonId> done = new HashSet<>();
        for (PersonId atom : atoms.keySet()) {
            if (!done.contains(atom)) {
                SortedSet<PersonId> region = region(atom);
                done.addAll(region);
                if (shared == null || region.stream().anyMatch(own::contains)) {
                    clusters(region).forEach(this::person);
                }
            }
        }
        if (shared != null) {
            Set<AccountId> mine = new HashSet<>();
            people.values().forEach(mine::addAll);
            shared.people.forEach((id, accounts) -> {
                if (accounts.stream().noneMatch(mine::contains)) {
                    people.put(id, accounts);
                }
            });
        }
    }

    private void person(Collection<PersonId> cluster) {
        Set<AccountId> accounts = new TreeSet<>();
        cluster.forEach(atom -> accounts.addAll(atoms.getOrDefault(atom, Set.of())));
        if (shared != null
                && cluster.stream().noneMatch(own::contains)
                && shared.people.containsValue(accounts)) {
            return;
        }
        PersonId id = ids.of(accounts);
        people.put(id, accounts);
        ownPeople.add(id);
    }

    private List<List<PersonId>> clusters(SortedSet<PersonId> region) {
        List<PersonId> nodes = new ArrayList<>(region);
        nodes.sort(Comparator.comparing(PersonId::value));
        List<Integer> numbers = new ArrayList<>();
        List<Clustering.Edge> weights = new ArrayList<>();
        List<Clustering.Pair> confirmed = new ArrayList<>();
        List<Clustering.Pair> denied = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            numbers.add(i);
            for (int j = i + 1; j < nodes.size(); j++) {
                Double bits = edges.getOrDefault(nodes.get(i), Map.of()).get(nodes.get(j));
                weights.add(
                        new Clustering.Edge(
                                i,
                                j,
                                bits == null ? judge(nodes.get(i), nodes.get(j)).bits() : bits));
                if (ruled(nodes.get(i), true).contains(nodes.get(j))) {
                    confirmed.add(new Clustering.Pair(i, j));
                }
                if (ruled(nodes.get(i), false).contains(nodes.get(j))) {
                    denied.add(new Clustering.Pair(i, j));
                }
            }
        }
        return Clustering.of(numbers, weights, confirmed, denied, model.same(), model.doubtful())
                .clusters()
                .stream()
                .map(cluster -> cluster.stream().map(nodes::get).toList())
                .toList();
    }
}
