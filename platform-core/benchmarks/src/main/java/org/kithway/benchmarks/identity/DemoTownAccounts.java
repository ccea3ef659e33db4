package org.kithway.benchmarks.identity;

import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.demo.DemoTown;
import org.kithway.demo.Person;
import org.kithway.demo.Presence;
import org.kithway.identity.Contacts;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.PersonResolver;
import org.kithway.identity.Reference;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.Fingerprints;
import org.kithway.ingestion.ImportRun;
import org.kithway.ingestion.Intake;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The accounts of an invented town's people at all sites, read from the archives of some of them by
 * the connectors, as the product reads them: strong identifiers join first, and what they join is
 * compared.
 */
public final class DemoTownAccounts implements DataSet {
    private static final OrganizationId ORGANIZATION = new OrganizationId("town");

    private final DemoTown town = DemoTown.create();
    private final Set<Fact> facts = new LinkedHashSet<>();
    private final Map<MemberId, Person> members = new HashMap<>();

    /**
     * Reads the archives.
     *
     * @param folder where the archives are written
     * @throws IOException if they cannot be written or read
     */
    public DemoTownAccounts(Path folder) throws IOException {
        List<Connector> connectors =
                ServiceLoader.load(Connector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
        for (DemoTown.Archive archive : town.writeAllArchives(folder)) {
            read(archive, connectors);
        }
    }

    private void read(DemoTown.Archive archive, List<Connector> connectors) throws IOException {
        MemberId member = new MemberId("mem_" + archive.member().id());
        members.put(member, archive.member());
        ImportRun run =
                new ImportRun(
                        ORGANIZATION,
                        new Fingerprints(new byte[32]),
                        new ImportId("imp_" + members.size()),
                        member,
                        Layer.ORGANIZATION,
                        Set.of(),
                        account -> false);
        Intake intake =
                new Intake(assertions -> {
                    assertions.stream().map(Assertion::fact).forEach(facts::add);
                    return Map.of();
                });
        try (Exports.OpenExport export = Exports.open(archive.file(), ExportLimits.DEFAULT)) {
            for (Connector connector : connectors) {
                if (connector.descriptor().site().name().equals(archive.site())) {
                    Settings settings = Settings.check(connector.descriptor().settings(), Map.of());
                    try (Connector.Reader reader = connector.open(export, settings)) {
                        for (Reading r = reader.read(); r != null; r = reader.read()) {
                            if (r instanceof Reading.Statement s) {
                                intake.accept(
                                        run, List.of(new Intake.Stated(s.place(), "", s.facts())));
                            }
                        }
                    }
                }
            }
        }
    }

    @Override
    public String name() {
        return "demo town";
    }

    @Override
    public Result measure() {
        List<SortedSet<AccountId>> atoms = atoms();
        List<Reference> references = references(atoms);
        Resolution resolution = new Resolution(IdentityModel.PRIOR);
        resolution.all(references);
        Truth truth = new Truth(town, members);
        List<String> people = new ArrayList<>();
        Set<Integer> alone = new HashSet<>();
        for (int i = 0; i < atoms.size(); i++) {
            people.add(truth.of(atoms.get(i), i));
            alone.add(i);
        }
        List<Collection<Integer>> groups = new ArrayList<>(resolution.groups(List.copyOf(alone)));
        groups.forEach(alone::removeAll);
        alone.forEach(atom -> groups.add(List.of(atom)));
        return Score.of(groups, people).result(atoms.size());
    }

    private List<SortedSet<AccountId>> atoms() {
        Map<AccountId, Set<AccountId>> same = new TreeMap<>();
        for (Fact fact : facts) {
            same.computeIfAbsent(fact.subject(), key -> new HashSet<>());
            AccountId object = fact.object();
            if (object != null) {
                same.computeIfAbsent(object, key -> new HashSet<>());
                if (fact instanceof Fact.SameAs) {
                    same.get(fact.subject()).add(object);
                    same.get(object).add(fact.subject());
                }
            }
        }
        List<SortedSet<AccountId>> atoms = new ArrayList<>();
        Set<AccountId> seen = new HashSet<>();
        for (AccountId account : same.keySet()) {
            if (!seen.contains(account)) {
                SortedSet<AccountId> atom =
                        PersonResolver.component(account, a -> same.getOrDefault(a, Set.of()));
                seen.addAll(atom);
                atoms.add(atom);
            }
        }
        return atoms;
    }

    private List<Reference> references(List<SortedSet<AccountId>> atoms) {
        Map<AccountId, Integer> atomOf = new HashMap<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            for (AccountId account : atoms.get(atom)) {
                atomOf.put(account, atom);
            }
        }
        List<Set<Integer>> contacts = new ArrayList<>();
        List<List<Fact>> own = new ArrayList<>();
        atoms.forEach(atom -> {
            contacts.add(new HashSet<>());
            own.add(new ArrayList<>());
        });
        for (Fact fact : facts) {
            int one = atomOf.getOrDefault(fact.subject(), -1);
            AccountId object = fact.object();
            int other = object == null ? one : atomOf.getOrDefault(object, -1);
            if (object == null) {
                own.get(one).add(fact);
            } else if (one != other) {
                contacts.get(one).add(other);
                contacts.get(other).add(one);
            }
        }
        List<Reference> references = new ArrayList<>();
        for (int atom = 0; atom < atoms.size(); atom++) {
            Map<Integer, Integer> knownBy = new HashMap<>();
            contacts.get(atom)
                    .forEach(contact -> knownBy.put(contact, contacts.get(contact).size()));
            references.add(
                    Reference.of(atoms.get(atom), own.get(atom), Contacts.of(atom, knownBy)));
        }
        return references;
    }

    /** Whose an account is. */
    private static final class Truth {
        private final Map<String, Integer> known = new HashMap<>();

        Truth(DemoTown town, Map<MemberId, Person> members) {
            for (Person person : town.town().people()) {
                known.put("linkedin:" + person.slug().toLowerCase(Locale.ROOT), person.id());
                known.put("email:" + person.email(), person.id());
                for (Presence.Account account : town.town().presence().accounts(person)) {
                    String site = account.site().siteName();
                    known.put(site + ":" + account.number(), person.id());
                    known.put(site + ":@" + account.handle().toLowerCase(Locale.ROOT), person.id());
                }
            }
            for (Map.Entry<MemberId, Person> member : members.entrySet()) {
                known.put("kithway:" + member.getKey().value(), member.getValue().id());
                String scope = "~" + member.getKey().value() + "/";
                List<Person> everybody = new ArrayList<>();
                town.town()
                        .friendsOf(member.getValue())
                        .forEach(pair ->
                                everybody.add(
                                        town.town().person(pair.other(member.getValue().id()))));
                everybody.addAll(town.town().people());
                everybody.forEach(person -> addNames(town, scope, person));
            }
        }

        /** Names in a member's exports mean the member's friends before others. */
        private void addNames(DemoTown town, String scope, Person person) {
            known.putIfAbsent("linkedin" + scope + person.name(), person.id());
            for (Presence.Account a : town.town().presence().accounts(person)) {
                known.putIfAbsent(a.site().siteName() + scope + a.name(), person.id());
            }
        }

        /** The person, or somebody else than all others if nobody knows. */
        String of(SortedSet<AccountId> atom, int number) {
            for (AccountId account : atom) {
                String key = account.key().toLowerCase(Locale.ROOT);
                String last = key.substring(key.lastIndexOf('/') + 1);
                Integer person =
                        account.isName()
                                ? known.get(account.site().name() + "~" + account.key())
                                : known.get(account.site().name() + ":" + last);
                if (person != null) {
                    return "person " + person;
                }
            }
            return "nobody " + number;
        }
    }
}
