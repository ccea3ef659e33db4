package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.Fingerprints;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.registry.Decision.ImportSettled;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A small random world: few accounts and many statements about them, so that everything meets. */
final class Universe {
    static final OrganizationId ORGANIZATION = new OrganizationId("town");

    /** Seeds that follow each other begin alike; multiplied by this they do not. */
    static final long SPREAD = 0x9E3779B97F4A7C15L;

    static final byte[] KEY = {1, 2, 3};
    private static final Site LINKEDIN = new Site("linkedin");
    private static final Site FACEBOOK = new Site("facebook");
    private static final List<String> PARTS = List.of("connections", "messages", "profile");
    private static final List<Human> HUMANS =
            List.of(
                    new Human("Ottilie Zwingmann", "Quarrendon Lantern Works"),
                    new Human("Baldassare Quintavalle", "Oxenholme Ropeway"),
                    new Human("Siobhan Okonkwo-Leigh", "Tarn Bridge Foundry"));
    private static final Instant START = Instant.parse("2020-05-01T00:00:00Z");

    private final Random random;
    private final Fingerprints fingerprints = new Fingerprints(KEY);
    private final List<MemberId> members = new ArrayList<>();
    private final List<AccountId> accounts = new ArrayList<>();
    private int imports;
    private int verdicts;

    Universe(long seed) {
        random = new Random(seed * SPREAD);
        for (int i = 0; i < 3; i++) {
            members.add(new MemberId("mem_" + (char) ('a' + i)));
            accounts.add(AccountId.member(members.get(i)));
        }
        int others = 3 + random.nextInt(6);
        for (int i = 0; i < others; i++) {
            accounts.add(
                    switch (random.nextInt(4)) {
                        case 0 -> AccountId.email("p" + i + "@example.org");
                        case 1 -> AccountId.named(FACEBOOK, "mem_a/P" + i);
                        default -> AccountId.of(LINKEDIN, "p" + i);
                    });
        }
    }

    /** What an import says, one assertion for each key. */
    record Import(ImportSettled settled, Collection<Assertion> assertions) {}

    MemberId member(int number) {
        return members.get(number);
    }

    Import newImport() {
        return newImport(members.get(random.nextInt(members.size())), random.nextInt(5) < 2);
    }

    Import newImport(MemberId member, boolean isPrivate) {
        ImportId id = new ImportId("imp_" + imports);
        Layer layer = isPrivate ? Layer.of(member) : Layer.ORGANIZATION;
        Instant submitted = START.plusSeconds(60L * random.nextInt(1_000));
        imports++;
        Map<String, Assertion> assertions = new LinkedHashMap<>();
        int size = random.nextInt(14);
        for (int i = 0; i < size; i++) {
            Fact fact = fact();
            if (fact == null) {
                continue;
            }
            Assertion assertion =
                    new Assertion(
                            ORGANIZATION,
                            fingerprints.of(fact),
                            id,
                            member,
                            layer,
                            pick(PARTS),
                            new Place("file" + random.nextInt(2) + ".csv", i + 1),
                            fact);
            assertions.put(assertion.key(), assertion);
            if (random.nextInt(3) == 0) {
                Assertion again = again(assertion, size + i);
                assertions.put(again.key(), again);
            }
        }
        Set<String> parts = new TreeSet<>();
        assertions.values().forEach(a -> parts.add(a.part()));
        Set<String> fragments = new TreeSet<>();
        if (random.nextInt(3) == 0) {
            String part = pick(PARTS);
            if (parts.remove(part)) {
                fragments.add(part);
            }
        } else if (random.nextBoolean()) {
            parts.add(pick(PARTS));
        }
        return new Import(
                new ImportSettled(
                        id,
                        member,
                        LINKEDIN,
                        random.nextInt(4) == 0 ? null : AccountId.member(member),
                        layer,
                        random.nextBoolean()
                                ? null
                                : submitted.minusSeconds(random.nextInt(90_000)),
                        submitted,
                        parts,
                        fragments,
                        Map.of()),
                assertions.values());
    }

    /** A shared import of the first member's, later than all such before it. */
    Import saying(List<Fact> facts, String... parts) {
        ImportId id = new ImportId("imp_" + imports);
        Instant submitted = START.plusSeconds(60L * imports);
        imports++;
        List<Assertion> assertions = new ArrayList<>();
        for (String part : parts) {
            for (Fact fact : facts) {
                assertions.add(
                        new Assertion(
                                ORGANIZATION,
                                fingerprints.of(fact),
                                id,
                                members.getFirst(),
                                Layer.ORGANIZATION,
                                part,
                                new Place(part + ".csv", assertions.size() + 1),
                                fact));
            }
        }
        return new Import(
                new ImportSettled(
                        id,
                        members.getFirst(),
                        LINKEDIN,
                        null,
                        Layer.ORGANIZATION,
                        null,
                        submitted,
                        Set.of(parts),
                        Set.of(),
                        Map.of()),
                assertions);
    }

    /** What another file of the same import says, too, perhaps of another kind. */
    private Assertion again(Assertion said, int record) {
        return new Assertion(
                said.organization(),
                said.factId(),
                said.imported(),
                said.member(),
                said.layer(),
                pick(PARTS),
                new Place("other.csv", record + 1),
                said.fact());
    }

    /** A statement of any kind; null where it would be about one account twice. */
    @Nullable Fact fact() {
        AccountId one = pick(accounts);
        AccountId other = pick(accounts);
        int kind = random.nextInt(22);
        if (kind < 14 && one.equals(other)) {
            return null;
        }
        return switch (kind) {
            case 0, 1, 2 -> new Fact.SameAs(one, other);
            case 3, 4, 5 -> new Fact.Connected(one, other, date());
            case 6, 7 ->
                    new Fact.Messaged(one, other, time(), 2 + random.nextInt(2), random.nextInt(2));
            case 8 -> new Fact.Invited(one, other, maybeTime());
            case 9 ->
                    random.nextBoolean()
                            ? new Fact.Follows(one, other, date())
                            : new Fact.Keeps(one, other);
            case 10 ->
                    new Fact.Interacted(one, other, pick(List.of(Fact.Act.values())), maybeTime());
            case 11, 12 -> new Fact.Endorsed(one, other, word(), maybeTime());
            case 13 ->
                    new Fact.Recommended(
                            one, other, random.nextBoolean() ? word() : null, maybeTime());
            case 14 -> new Fact.Described(one, Fact.Trait.NAME, human(one).name());
            case 15 -> new Fact.Described(one, pick(List.of(Fact.Trait.values())), word());
            case 16 ->
                    new Fact.Position(
                            one,
                            human(one).employer(),
                            random.nextBoolean() ? "Treasurer" : null,
                            null,
                            null,
                            PartialDate.of(2015),
                            null,
                            null);
            case 21 ->
                    new Fact.Position(
                            one,
                            word(),
                            random.nextBoolean() ? word() : null,
                            random.nextBoolean() ? word() : null,
                            word(),
                            date(),
                            date(),
                            date());
            case 17 ->
                    new Fact.Education(
                            one, word(), random.nextBoolean() ? word() : null, null, date(), null);
            case 18 -> new Fact.Skill(one, word());
            case 19 ->
                    new Fact.Interest(one, pick(List.of(Fact.Topic.values())), word(), maybeTime());
            default ->
                    new Fact.Published(
                            one, pick(List.of(Fact.Form.values())), word(), null, maybeTime());
        };
    }

    private record Human(String name, String employer) {}

    /** Whose an account is, as far as chance does not say otherwise. */
    private Human human(AccountId account) {
        return random.nextInt(8) == 0
                ? pick(HUMANS)
                : HUMANS.get(accounts.indexOf(account) % HUMANS.size());
    }

    /** What a member says of two or three accounts. */
    Decision.Verdict newVerdict() {
        String id = "dec_" + verdicts;
        verdicts++;
        MemberId by = pick(members);
        Layer layer = random.nextInt(3) == 0 ? Layer.of(by) : Layer.ORGANIZATION;
        List<AccountId> some = new ArrayList<>(accounts);
        Collections.shuffle(some, random);
        if (random.nextBoolean()) {
            return new Decision.SamePerson(
                    id, by, layer, false, new TreeSet<>(some.subList(0, 2 + random.nextInt(2))));
        }
        return new Decision.DifferentPeople(
                id,
                by,
                layer,
                new TreeSet<>(some.subList(0, 1)),
                new TreeSet<>(some.subList(1, 2 + random.nextInt(2))));
    }

    private @Nullable PartialDate date() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> new PartialDate(2015 + random.nextInt(4), 3, 7);
            case 2 -> new PartialDate(2015 + random.nextInt(4), 5, null);
            default -> PartialDate.of(2015 + random.nextInt(4));
        };
    }

    private Instant time() {
        return START.plusSeconds(random.nextInt(3));
    }

    private @Nullable Instant maybeTime() {
        return random.nextBoolean() ? time() : null;
    }

    private String word() {
        return pick(List.of("tin", "slate", "tin, slate", "oak", "brass"));
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    Random random() {
        return random;
    }
}
