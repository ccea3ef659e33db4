package org.kithway.web;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.JobFunction;
import org.kithway.identity.name.Seniority;
import org.kithway.identity.name.Title;
import org.kithway.model.PersonId;
import org.kithway.need.HelpCurve;
import org.kithway.need.Interest;
import org.kithway.need.Reciprocity;
import org.kithway.need.Requirements;
import org.kithway.quality.Circle;
import org.kithway.registry.Principal;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Field;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.PersonDocument;
import org.kithway.search.Query;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Ranks people for a need: each score is the product of the parts that are shown. */
final class Answers {
    private static final int FOUND = 200;
    private static final int MOST_WORDS = 60;
    private static final int POOL = 3;
    private static final int LINES = 5;
    private static final int READ = 100;
    private static final Set<String> STOP =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "as",
                    "at",
                    "by",
                    "for",
                    "from",
                    "in",
                    "is",
                    "job",
                    "of",
                    "on",
                    "or",
                    "position",
                    "the",
                    "to",
                    "we",
                    "with",
                    "work",
                    "you");

    private final ExpertController experts;
    private final EvidenceSearch evidence;
    private final PeopleSearch search;
    private final Introductions introductions;
    private final People people;
    private final Reachable reachable;
    private final Clock clock;

    Answers(
            ExpertController experts,
            EvidenceSearch evidence,
            PeopleSearch search,
            Introductions introductions,
            People people,
            Reachable reachable,
            Clock clock) {
        this.experts = experts;
        this.evidence = evidence;
        this.search = search;
        this.introductions = introductions;
        this.people = people;
        this.reachable = reachable;
        this.clock = clock;
    }

    /**
     * @param requirements what was read from the text of a position
     */
    record Answer(List<Ranked> people, @Nullable List<String> requirements) {}

    /**
     * @param score the product of the parts' factors
     * @param met requirements that the person meets
     * @param missing requirements of which nothing is known
     * @param interests the person's own in what is to be bought
     * @param way by whom the person can be asked, or null if nobody is known
     * @param ask how to ask
     */
    record Ranked(
            ExpertController.ExpertPerson person,
            double score,
            List<Part> parts,
            @Nullable List<String> met,
            @Nullable List<String> missing,
            @Nullable List<String> interests,
            List<Line> evidence,
            Reachable.@Nullable Way way,
            String ask) {}

    record Part(String name, double factor, String words) {}

    record Line(
            String kind,
            String site,
            @Nullable String date,
            String text,
            @JsonProperty("import") String imported,
            String place,
            @Nullable Double points) {}

    Answer experts(Principal viewer, String topic, int hops, int limit) {
        return known(viewer, topic, hops, limit, true, false);
    }

    Answer purchases(Principal viewer, String wanted, int hops, int limit, boolean conflicted) {
        return known(viewer, wanted, hops, limit, conflicted, true);
    }

    private Answer known(
            Principal viewer, String topic, int hops, int limit, boolean conflicted, boolean buy) {
        List<ExpertController.ExpertView> found =
                experts.experts(viewer, new ExpertController.ExpertQuestion(topic, POOL * limit))
                        .experts();
        Map<PersonId, PersonDocument> documents =
                people.byId(
                        viewer, found.stream().map(e -> new PersonId(e.person().id())).toList());
        Set<PersonId> members = members(viewer);
        List<Ranked> ranked = new ArrayList<>();
        for (ExpertController.ExpertView expert : found) {
            PersonId id = new PersonId(expert.person().id());
            List<Part> parts = new ArrayList<>();
            parts.add(new Part("knowledge", expert.score(), "the sum of the evidence's points"));
            List<Interest> interests = buy ? interests(topic, documents.get(id)) : List.of();
            if (!interests.isEmpty()) {
                parts.add(
                        conflicted
                                ? new Part("interest", 1, "counted though it is there, as asked")
                                : new Part("interest", 0, "has an interest, and is not counted"));
            }
            Reachable.@Nullable Way way = reachable.way(viewer, members, id, hops);
            parts.add(reach(way));
            ranked.add(
                    new Ranked(
                            expert.person(),
                            product(parts),
                            parts,
                            null,
                            null,
                            buy ? interests.stream().map(Answers::words).toList() : null,
                            expert.evidence().stream().map(Answers::line).toList(),
                            way,
                            Reachable.ask(expert.person().name(), way)));
        }
        return new Answer(best(ranked, limit), null);
    }

    /** Who works where the viewer wishes to, decides there, and is near; for the viewer alone. */
    Answer jobs(Principal viewer, String wish, int hops, int limit) {
        List<String> words = words(wish);
        @Nullable PersonId me =
                people.members(viewer, List.of(viewer.member())).get(viewer.member());
        if (words.isEmpty() || me == null) {
            return new Answer(List.of(), null);
        }
        Map<PersonId, Integer> common = common(viewer, me);
        List<Scored> pool =
                found(viewer, words, List.of(Field.COMPANY, Field.TITLE, Field.INDUSTRY)).stream()
                        .filter(person -> !person.id().equals(me))
                        .map(person ->
                                scored(person, List.of(wished(person, words), decides(person))))
                        .filter(scored -> scored.score() > 0)
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .limit((long) POOL * limit)
                        .toList();
        List<Ranked> ranked = new ArrayList<>();
        for (Scored each : pool) {
            Reachable.@Nullable Way way =
                    reachable.way(viewer, Set.of(me), each.person().id(), hops);
            List<Part> parts = new ArrayList<>(each.parts());
            parts.add(reach(way));
            if (way != null && !way.steps().isEmpty()) {
                parts.add(help(way.steps().getFirst().to(), common));
            } else {
                parts.add(
                        new Part("help", HelpCurve.PRIOR.probability(0), "no contact leads there"));
            }
            ranked.add(ranked(viewer, each.person(), parts, null, null, words, way));
        }
        return new Answer(best(ranked, limit), null);
    }

    /** Who meets what the description asks for, might want it, and is within so many hops. */
    Answer candidates(Principal viewer, String description, int hops, int limit) {
        List<PersonDocument> found =
                found(viewer, words(description), List.of(Field.TITLE, Field.SKILL));
        Requirements requirements =
                Requirements.of(
                        description,
                        new Requirements.Traits(
                                all(found, PersonDocument::titles),
                                all(found, PersonDocument::skills),
                                all(found, PersonDocument::languages),
                                all(found, PersonDocument::places)));
        Set<PersonId> members = members(viewer);
        record Candidate(PersonDocument person, Requirements.Match match) {}
        List<Candidate> pool =
                found.stream()
                        .filter(person -> !members.contains(person.id()))
                        .map(person -> new Candidate(person, requirements.of(traits(person))))
                        .filter(candidate -> candidate.match().share() > 0)
                        .sorted(
                                Comparator.comparingDouble((Candidate c) -> c.match().share())
                                        .reversed())
                        .limit((long) POOL * limit)
                        .toList();
        List<Ranked> ranked = new ArrayList<>();
        for (Candidate each : pool) {
            Reachable.@Nullable Way way = reachable.way(viewer, members, each.person().id(), hops);
            if (way != null) {
                List<Part> parts =
                        List.of(
                                both(viewer, each.person(), requirements, each.match()),
                                reach(way));
                List<String> met =
                        each.match().met().stream().map(Requirements.Requirement::text).toList();
                List<String> missing =
                        each.match().missing().stream()
                                .map(Requirements.Requirement::text)
                                .toList();
                ranked.add(ranked(viewer, each.person(), parts, met, missing, met, way));
            }
        }
        return new Answer(
                best(ranked, limit),
                requirements.all().stream().map(Requirements.Requirement::text).toList());
    }

    private record Scored(PersonDocument person, List<Part> parts, double score) {}

    private static Scored scored(PersonDocument person, List<Part> parts) {
        return new Scored(person, parts, product(parts));
    }

    private static Part wished(PersonDocument person, List<String> words) {
        String present = (text(person.organization()) + " " + text(person.title()));
        Set<String> has = Set.copyOf(words(present + " " + String.join(" ", person.industries())));
        long met = words.stream().filter(has::contains).count();
        return new Part(
                "fit",
                (double) met / words.size(),
                met + " of " + words.size() + " words of the wish stand in the present position");
    }

    private static Part decides(PersonDocument person) {
        Title title = Title.of(text(person.title()));
        if (title.seniority().compareTo(Seniority.MANAGER) >= 0) {
            return new Part("decides", 1, "leads there");
        }
        if (title.functions().contains(JobFunction.HUMAN_RESOURCES)) {
            return new Part("decides", 1, "hires there");
        }
        return title.seniority().compareTo(Seniority.SENIOR) >= 0
                ? new Part("decides", 0.8, "has a say there")
                : new Part("decides", 0.6, "works there");
    }

    private static Part help(People.Named contact, Map<PersonId, Integer> common) {
        int shared = common.getOrDefault(new PersonId(contact.id()), 0);
        return new Part(
                "help",
                HelpCurve.PRIOR.probability(shared),
                contact.name() + " has " + shared + " contacts in common with you");
    }

    private Part both(
            Principal viewer,
            PersonDocument person,
            Requirements requirements,
            Requirements.Match match) {
        boolean placed =
                requirements.all().stream().anyMatch(r -> r.kind() == Requirements.Kind.PLACE);
        boolean there = match.met().stream().anyMatch(r -> r.kind() == Requirements.Kind.PLACE);
        Reciprocity.Move move =
                !placed || person.places().isEmpty()
                        ? Reciprocity.Move.UNKNOWN
                        : there ? Reciprocity.Move.NONE : Reciprocity.Move.NEEDED;
        long months = months(viewer, person);
        double step =
                Reciprocity.step(
                        Title.of(text(person.title())).seniority(), requirements.seniority());
        double tenure = Reciprocity.tenure(months);
        double wants = step * move.factor() * tenure;
        return new Part(
                "both",
                Reciprocity.both(match.share(), wants),
                String.format(
                        Locale.ROOT,
                        "harmonic mean of %.2f, the requirements met, and %.2f, whether they may want it:"
                                + " step %.2f x place %.2f x tenure %.2f",
                        match.share(),
                        wants,
                        step,
                        move.factor(),
                        tenure));
    }

    /** In the present position, or -1 if it is not known. */
    private long months(Principal viewer, PersonDocument person) {
        @Nullable String organization = person.organization();
        if (organization == null) {
            return -1;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (EvidenceDocument each : evidence.of(People.viewer(viewer), person.id(), READ)) {
            if (each.kind() == EvidenceDocument.Kind.POSITION
                    && each.date() != null
                    && each.text().contains(organization)) {
                return Math.max(0, ChronoUnit.MONTHS.between(each.date().earliest(), today));
            }
        }
        return -1;
    }

    private Ranked ranked(
            Principal viewer,
            PersonDocument person,
            List<Part> parts,
            @Nullable List<String> met,
            @Nullable List<String> missing,
            List<String> words,
            Reachable.@Nullable Way way) {
        String name = People.name(person);
        String topic = String.join(" ", words);
        List<Line> lines =
                evidence.of(People.viewer(viewer), person.id(), READ).stream()
                        .filter(each -> {
                            String text = each.text().toLowerCase(Locale.ROOT);
                            return words.stream().anyMatch(text::contains);
                        })
                        .limit(LINES)
                        .map(each -> line(each, topic))
                        .toList();
        return new Ranked(
                new ExpertController.ExpertPerson(person.id().value(), name, person.headline()),
                product(parts),
                parts,
                met,
                missing,
                null,
                lines,
                way,
                Reachable.ask(name, way));
    }

    private Map<PersonId, Integer> common(Principal viewer, PersonId me) {
        Circle circle = introductions.circle(People.viewer(viewer), Set.of(me), members(viewer));
        Map<PersonId, Integer> common = new HashMap<>();
        for (Circle.Pair pair : circle.among()) {
            common.merge(circle.contacts().get(pair.one()).person(), 1, Integer::sum);
            common.merge(circle.contacts().get(pair.other()).person(), 1, Integer::sum);
        }
        return common;
    }

    private List<PersonDocument> found(Principal viewer, List<String> words, List<Field> fields) {
        List<Query> any = new ArrayList<>();
        words.stream()
                .limit(MOST_WORDS)
                .forEach(
                        word -> fields.forEach(field -> any.add(new Query.In(field, word, false))));
        if (any.isEmpty()) {
            return List.of();
        }
        return search.search(
                        People.viewer(viewer),
                        new PeopleSearch.Request(
                                new Query.Or(any),
                                Map.of(),
                                Set.of(),
                                false,
                                PeopleSearch.Sort.RELEVANCE,
                                null,
                                FOUND))
                .people();
    }

    private Set<PersonId> members(Principal viewer) {
        return Set.copyOf(
                people.members(viewer, people.memberNames(viewer.organization()).keySet())
                        .values());
    }

    private static List<Interest> interests(String wanted, @Nullable PersonDocument person) {
        return person == null
                ? List.of()
                : Interest.of(
                        wanted,
                        text(person.organization()),
                        person.organizations(),
                        text(person.title()));
    }

    private static String words(Interest interest) {
        return switch (interest) {
            case SELLER -> "works for the seller";
            case FORMER_SELLER -> "worked for the seller";
            case SELLS -> "sells as a profession";
            case INVESTS -> "invests as a profession";
        };
    }

    private static Part reach(Reachable.@Nullable Way way) {
        return way == null
                ? new Part("reach", Reachable.UNREACHED, "no way is known")
                : new Part(
                        "reach",
                        way.factor(),
                        String.format(
                                Locale.ROOT,
                                "square root of %.2f, the chance of the best way",
                                way.probability()));
    }

    private static double product(List<Part> parts) {
        return parts.stream().mapToDouble(Part::factor).reduce(1, (a, b) -> a * b);
    }

    private static List<Ranked> best(List<Ranked> ranked, int limit) {
        return ranked.stream()
                .sorted(
                        Comparator.comparingDouble(Ranked::score)
                                .reversed()
                                .thenComparing(each -> each.person().id()))
                .limit(limit)
                .toList();
    }

    private static Line line(ExpertController.PointLine line) {
        return new Line(
                line.kind(),
                line.site(),
                line.date(),
                line.text(),
                line.imported(),
                line.place(),
                line.points());
    }

    private static Line line(EvidenceDocument text, String topic) {
        return new Line(
                EvidenceWords.kind(text.kind()),
                text.site().name(),
                PeopleController.date(text.date()),
                EvidenceWords.of(text, topic),
                text.imported().value(),
                text.place().toString(),
                null);
    }

    private static Requirements.Traits traits(PersonDocument person) {
        return new Requirements.Traits(
                person.titles(), person.skills(), person.languages(), person.places());
    }

    private static List<String> all(
            Collection<PersonDocument> people, Function<PersonDocument, List<String>> of) {
        return people.stream().flatMap(person -> of.apply(person).stream()).distinct().toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#]+"))
                .filter(word -> !word.isEmpty() && !STOP.contains(word))
                .distinct()
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
