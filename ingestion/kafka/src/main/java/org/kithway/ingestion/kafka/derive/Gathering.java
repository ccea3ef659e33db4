package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.identity.PersonIds;
import org.kithway.ingestion.kafka.derive.Edges.Edge;
import org.kithway.ingestion.kafka.derive.Happenings.Gathered;
import org.kithway.model.AccountId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers atoms to people, one connected region of the edges at a time. */
final class Gathering {
    private final DerivedState state;
    private final People atoms;
    private final People people;
    private final Edges edges;
    private final Dictionary dictionary;
    private final PersonIds ids;
    private final Moves moves;
    private final Matching matching;
    private final Happenings happenings;
    private final Agenda scattered;
    private final MVMap<byte[], byte[]> giants;

    Gathering(
            DerivedState state,
            PersonIds ids,
            Moves moves,
            Matching matching,
            Happenings happenings) {
        this.state = state;
        this.atoms = state.atoms();
        this.people = state.people();
        this.edges = state.edges();
        this.dictionary = state.dictionary();
        this.scattered = state.scatteredAtoms();
        this.giants = state.giants();
        this.ids = ids;
        this.moves = moves;
        this.matching = matching;
        this.happenings = happenings;
    }

    /** Settles to which people the atom belongs, and all that hang together with it. */
    void gather(int layer, int start) {
        View view = new View(state, layer);
        scattered.remove(layer, start);
        SortedSet<Integer> region =
                view.isAlone(start) && view.has(start)
                        ? new TreeSet<>(Set.of(start))
                        : view.region(start, people);
        if (region.isEmpty()) {
            return;
        }
        region.forEach(atom -> scattered.remove(layer, atom));
        if (region.stream().anyMatch(view::isOwn)) {
            assign(view, clusters(view, region));
        } else {
            release(view, region);
        }
        if (layer == Dictionary.ORGANIZATION) {
            region.forEach(this::gatherMembers);
        }
    }

    /** Lets members look again at an atom of the organization's that their own have to do with. */
    private void gatherMembers(int atom) {
        for (int account : atoms.accounts(Dictionary.ORGANIZATION, atom)) {
            Set<Integer> layers = new TreeSet<>(people.layers(account));
            layers.addAll(atoms.layers(account));
            layers.forEach(member -> scattered.add(member, atoms.seen(account, member)));
        }
        edges.layers(atom).forEach(member -> scattered.add(member, atom));
    }

    private List<List<Integer>> clusters(View view, SortedSet<Integer> region) {
        region.forEach(atom -> giants.remove(Keys.of(view.layer(), atom)));
        if (region.size() == 1) {
            return List.of(List.copyOf(region));
        }
        Clusters clusters = Clusters.of(view, region, matching, dictionary);
        clusters.states()
                .forEach((pair, settled) -> {
                    Edge before = edges.find(view.layer(), pair.one(), pair.other());
                    if (before != null && before.state() != settled) {
                        edges.set(
                                view.layer(),
                                pair.one(),
                                pair.other(),
                                new Edge(before.bits(), settled));
                    }
                });
        clusters.giant()
                .forEach(
                        giant -> giants.put(Keys.of(view.layer(), giant.getFirst()), Keys.NOTHING));
        return clusters.clusters();
    }

    private void assign(View view, List<List<Integer>> clusters) {
        int layer = view.layer();
        Set<Integer> besideMembers = new LinkedHashSet<>();
        List<Gathered> gathered = new ArrayList<>();
        Map<Integer, Integer> next = new HashMap<>();
        for (List<Integer> cluster : clusters) {
            List<Integer> accounts = accounts(view, cluster);
            int person = person(view, cluster, accounts);
            gathered.add(happenings.before(view, cluster));
            for (int account : accounts) {
                next.put(account, person);
                int before = people.person(account, layer);
                if (before != person && dictionary.account(account).isMember()) {
                    besideMembers.addAll(people.accounts(layer, before));
                    besideMembers.addAll(accounts);
                }
            }
        }
        next.forEach((account, person) -> {
            if (people.person(account, layer) != person) {
                happenings.moves(layer, account);
                moves.move(layer, account, person);
            }
        });
        // Who is known by which members is told in the documents of their neighbours.
        besideMembers.forEach(each -> moves.awaitNeighbours(layer, each));
        gathered.forEach(each -> happenings.gathered(view, each));
    }

    /** The member's own view ends here: these people are the organization's. */
    private void release(View view, SortedSet<Integer> region) {
        int layer = view.layer();
        Map<Integer, Set<Integer>> shared = new HashMap<>();
        boolean moved = false;
        for (int account : accounts(view, region)) {
            int person = people.person(account, Dictionary.ORGANIZATION);
            shared.computeIfAbsent(person, key -> new TreeSet<>()).add(atoms.seen(account, layer));
            moved |= people.person(account, layer) != 0;
        }
        if (!moved) {
            return;
        }
        List<List<Integer>> clusters = new ArrayList<>();
        shared.values().forEach(cluster -> clusters.add(List.copyOf(cluster)));
        assign(view, clusters);
    }

    private List<Integer> accounts(View view, Collection<Integer> cluster) {
        List<Integer> accounts = new ArrayList<>();
        cluster.forEach(atom -> accounts.addAll(view.accounts(atom)));
        return accounts;
    }

    /** The person in exactly this layer, or 0 if it is the organization's. */
    private int person(View view, List<Integer> cluster, List<Integer> accounts) {
        if (view.layer() != Dictionary.ORGANIZATION && cluster.stream().noneMatch(view::isOwn)) {
            int shared = people.person(accounts.getFirst(), Dictionary.ORGANIZATION);
            List<Integer> theirs = people.accounts(Dictionary.ORGANIZATION, shared);
            if (new HashSet<>(theirs).equals(new HashSet<>(accounts))) {
                return 0;
            }
        }
        if (cluster.size() == 1) {
            return cluster.getFirst();
        }
        List<AccountId> named = accounts.stream().map(dictionary::account).toList();
        return dictionary.number(ids.of(named).value());
    }
}
