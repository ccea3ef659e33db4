package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.PersonIds;
import org.kithway.identity.Profile;
import org.kithway.ingestion.Assertion;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.registry.Decision;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.Supersession;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceDocument.Kind;
import org.kithway.search.PersonDocument;
import org.kithway.search.TieChange.State;
import org.kithway.strength.TieStrength;
import org.kithway.strength.TieTally;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Works out what is to be seen from all facts at once, in the plainest way and without haste. */
final class Oracle {
    private final PersonIds ids;
    private IdentityModel model = IdentityModel.PRIOR;
    private final Map<ImportId, ImportSettled> settled;
    private final List<Assertion> active;
    private final List<Decision.Verdict> verdicts = new ArrayList<>();
    private final OraclePeople everybody;
    private final Documents expected = new Documents();

    private Oracle(
            byte[] key, Collection<Assertion> assertions, List<? extends Decision> decisions) {
        this.ids = new PersonIds(key);
        this.settled = Supersession.settled(decisions);
        Map<ImportId, Set<String>> parts = Supersession.active(settled.values());
        this.active =
                assertions.stream()
                        .filter(a -> parts.getOrDefault(a.imported(), Set.of()).contains(a.part()))
                        .toList();
        for (Decision decision : decisions) {
            switch (decision) {
                case Decision.Verdict verdict -> verdicts.add(verdict);
                case Decision.VerdictWithdrawn withdrawn ->
                        verdicts.removeIf(v -> v.id().equals(withdrawn.verdict()));
                case Decision.ModelAdopted adopted ->
                        model = IdentityModel.fromJson(adopted.model());
                case ImportSettled imported -> {}
                case Decision.ImportUndone undone -> {}
                case Decision.OfAsking asking -> {}
            }
        }
        this.everybody = new OraclePeople(ids, model, verdicts, null, null, active);
    }

    static Documents expect(
            byte[] key, Collection<Assertion> assertions, List<? extends Decision> decisions) {
        Oracle oracle = new Oracle(key, assertions, decisions);
        View shared = oracle.view(null, oracle.everybody);
        shared.people.forEach((id, accounts) -> oracle.person(shared, id, accounts));
        shared.ties()
                .forEach((pair, evidence) ->
                        oracle.expected
                                .ties()
                                .put(
                                        Documents.pair(Layer.ORGANIZATION, pair.a, pair.b),
                                        new State.Known(evidence)));
        Stream.concat(
                        oracle.active.stream().map(Assertion::layer),
                        oracle.verdicts.stream().map(Decision.Verdict::layer))
                .map(Layer::member)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new))
                .forEach(member -> oracle.member(member, shared));
        return oracle.expected;
    }

    private void member(MemberId member, View shared) {
        OraclePeople seen = new OraclePeople(ids, model, verdicts, everybody, member, active);
        View view = view(member, seen);
        Layer layer = Layer.of(member);
        Map<PersonId, Set<AccountId>> own = new TreeMap<>(seen.people);
        own.keySet().retainAll(seen.ownPeople);
        own.forEach((id, accounts) -> person(view, id, accounts));
        Set<PersonId> overridden = new TreeSet<>();
        shared.people.forEach((id, accounts) -> {
            if (own.values().stream().anyMatch(o -> o.stream().anyMatch(accounts::contains))) {
                overridden.add(id);
            }
        });
        if (!overridden.isEmpty()) {
            expected.overridden().put(member, List.copyOf(overridden));
        }
        Map<Pair, TieEvidence> mine = view.ties();
        Map<Pair, TieEvidence> theirs = shared.ties();
        Set<Pair> pairs = new HashSet<>(mine.keySet());
        pairs.addAll(theirs.keySet());
        for (Pair pair : pairs) {
            TieEvidence here = mine.get(pair);
            if (here == null) {
                expected.ties().put(Documents.pair(layer, pair.a, pair.b), new State.Absent());
            } else if (!here.equals(theirs.get(pair))) {
                expected.ties().put(Documents.pair(layer, pair.a, pair.b), new State.Known(here));
            }
        }
    }

    private void person(View view, PersonId id, Set<AccountId> accounts) {
        Map<String, Fact> facts = new TreeMap<>();
        for (Assertion a : view.said) {
            if (accounts.contains(a.fact().subject()) && a.fact().object() == null) {
                facts.put(a.factId(), a.fact());
            }
        }
        Profile profile = Profile.of(facts.values());
        Set<MemberId> knownBy = new TreeSet<>();
        Set<Integer> years = new TreeSet<>();
        int ties = 0;
        for (Map.Entry<Pair, TieEvidence> tie : view.ties().entrySet()) {
            PersonId other = tie.getKey().other(id);
            if (other == null) {
                continue;
            }
            ties++;
            TieEvidence evidence = tie.getValue();
            for (MemberId member : members(view.people.getOrDefault(other, Set.of()))) {
                if (TieStrength.isKnown(evidence)) {
                    knownBy.add(member);
                }
                if (evidence.since() != null) {
                    years.add(evidence.since().year());
                }
            }
        }
        expected.people()
                .put(
                        Documents.key(view.layer, id),
                        new PersonDocument(
                                id,
                                view.layer,
                                profile.names(),
                                profile.headline(),
                                List.copyOf(new TreeSet<>(accounts)),
                                accounts.stream()
                                        .map(account -> ids.of(Set.of(account)))
                                        .filter(other -> !other.equals(id))
                                        .sorted()
                                        .toList(),
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
                                members(accounts).stream().findFirst().orElse(null),
                                ties));
        for (Assertion a : view.said) {
            EvidenceDocument document = evidence(view.layer, id, accounts, a);
            if (document != null) {
                expected.evidence().put(Documents.key(view.layer, document.id()), document);
            }
        }
    }

    private static List<MemberId> members(Set<AccountId> accounts) {
        return accounts.stream()
                .filter(AccountId::isMember)
                .map(a -> new MemberId(a.key()))
                .sorted()
                .toList();
    }

    private @Nullable EvidenceDocument evidence(
            Layer layer, PersonId person, Set<AccountId> accounts, Assertion a) {
        Fact fact = a.fact();
        AccountId about = fact.object() == null ? fact.subject() : fact.object();
        if (!accounts.contains(about)
                || (fact.object() != null && accounts.contains(fact.subject()))) {
            return null;
        }
        Kind kind = null;
        String text = "";
        PartialDate date = null;
        AccountId by = null;
        if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.HEADLINE) {
            kind = Kind.HEADLINE;
            text = d.text();
        } else if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.SUMMARY) {
            kind = Kind.SUMMARY;
            text = d.text();
        } else if (fact instanceof Fact.Position p) {
            kind = Kind.POSITION;
            date = p.from() == null ? p.asOf() : p.from();
            if (p.title() != null && p.organization() != null) {
                text = p.title() + " at " + p.organization();
            } else {
                text = p.title() != null ? p.title() : String.valueOf(p.organization());
            }
            text = p.description() == null ? text : text + ". " + p.description();
        } else if (fact instanceof Fact.Skill s) {
            kind = Kind.SKILL;
            text = s.skill();
        } else if (fact instanceof Fact.Education e) {
            kind = Kind.EDUCATION;
            date = e.from();
            text = e.degree() == null ? e.school() : e.degree() + " at " + e.school();
            text = e.notes() == null ? text : text + ". " + e.notes();
        } else if (fact instanceof Fact.Published p) {
            kind = Kind.valueOf(p.form().name());
            date = day(p.at());
            text = p.text();
        } else if (fact instanceof Fact.Endorsed e) {
            kind = Kind.ENDORSEMENT;
            date = day(e.at());
            text = e.skill();
            by = e.subject();
        } else if (fact instanceof Fact.Recommended r && r.text() != null) {
            kind = Kind.RECOMMENDATION;
            date = day(r.at());
            text = r.text();
            by = r.subject();
        }
        if (kind == null) {
            return null;
        }
        Assertion first =
                active.stream()
                        .filter(x -> x.factId().equals(a.factId()))
                        .filter(x -> x.layer().isOrganization() || x.layer().equals(layer))
                        .min(
                                Comparator.comparing((Assertion x) -> settled(x).submitted())
                                        .thenComparing(Assertion::imported)
                                        .thenComparing(Assertion::part))
                        .orElseThrow();
        Site site = about.isMember() ? settled(first).site() : about.site();
        return new EvidenceDocument(
                a.factId(),
                layer,
                person,
                kind,
                site,
                date,
                text,
                by,
                first.imported(),
                first.place());
    }

    private ImportSettled settled(Assertion assertion) {
        ImportSettled found = settled.get(assertion.imported());
        if (found == null) {
            throw new IllegalStateException("not settled");
        }
        return found;
    }

    private static @Nullable PartialDate day(@Nullable Instant at) {
        return at == null ? null : PartialDate.of(at.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private View view(@Nullable MemberId member, OraclePeople people) {
        Layer layer = member == null ? Layer.ORGANIZATION : Layer.of(member);
        List<Assertion> said =
                active.stream()
                        .filter(a -> a.layer().isOrganization() || a.layer().equals(layer))
                        .toList();
        return new View(layer, said, people.people);
    }

    private record Pair(PersonId a, PersonId b) {
        static Pair of(PersonId one, PersonId other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }

        @Nullable PersonId other(PersonId one) {
            if (one.equals(a)) {
                return b;
            }
            return one.equals(b) ? a : null;
        }
    }

    private static final class View {
        private final Layer layer;
        private final List<Assertion> said;
        private final Map<PersonId, Set<AccountId>> people;
        private @Nullable Map<Pair, TieEvidence> ties;

        View(Layer layer, List<Assertion> said, Map<PersonId, Set<AccountId>> people) {
            this.layer = layer;
            this.said = said;
            this.people = people;
        }

        private PersonId personOf(AccountId account) {
            List<PersonId> found = new ArrayList<>();
            people.forEach((id, accounts) -> {
                if (accounts.contains(account)) {
                    found.add(id);
                }
            });
            return found.getFirst();
        }

        Map<Pair, TieEvidence> ties() {
            if (ties == null) {
                Map<Pair, TieTally> tallies = new HashMap<>();
                Set<Fact> counted = new HashSet<>();
                for (Assertion a : said) {
                    AccountId object = a.fact().object();
                    if (object == null
                            || a.fact() instanceof Fact.SameAs
                            || !counted.add(a.fact())) {
                        continue;
                    }
                    PersonId from = personOf(a.fact().subject());
                    PersonId to = personOf(object);
                    if (!from.equals(to)) {
                        Pair pair = Pair.of(from, to);
                        tallies.computeIfAbsent(pair, key -> new TieTally())
                                .add(a.fact(), from.equals(pair.a));
                    }
                }
                ties = new HashMap<>();
                for (Map.Entry<Pair, TieTally> tally : tallies.entrySet()) {
                    ties.put(tally.getKey(), tally.getValue().evidence());
                }
            }
            return ties;
        }
    }
}
