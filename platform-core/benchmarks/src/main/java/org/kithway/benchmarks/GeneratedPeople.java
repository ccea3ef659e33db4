package org.kithway.benchmarks;

import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PartialDate;
import org.kithway.model.PersonId;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.search.Change;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceDocument.Kind;
import org.kithway.search.PersonDocument;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented people with what speaks for their knowledge: 1 to 3 positions, a headline, 0 to 6
 * skills, an endorsement for every second skill, and a recommendation for every third person.
 * Names, firms, titles and skills are drawn as they are spread in life: a few are very common
 * (Zipf's law). The seed and a person's number decide everything about the person.
 */
final class GeneratedPeople {
    private static final Site SITE = new Site("linkedin");
    private static final ImportId IMPORT = new ImportId("imp_generated");
    private static final int FAMILIES = 20_000;
    private static final int FIRMS = 20_000;
    private static final List<String> SYLLABLES =
            List.of(
                    "ba", "bel", "cor", "da", "den", "fa", "gar", "hol", "in", "ka", "lem", "lo",
                    "mar", "mi", "nor", "o", "pel", "ra", "ru", "sen", "so", "ta", "tor", "u",
                    "vel", "wen", "xi", "yor", "za", "zel");
    private static final List<String> LEVELS =
            List.of("", "senior", "lead", "head of", "junior", "principal", "director of");
    private static final List<String> CRAFTS =
            List.of(
                    "software engineering",
                    "sales",
                    "marketing",
                    "data science",
                    "accounting",
                    "nursing",
                    "project management",
                    "product design",
                    "mechanical engineering",
                    "teaching",
                    "logistics",
                    "procurement",
                    "human resources",
                    "solar power",
                    "civil engineering",
                    "contract law",
                    "machine learning",
                    "quality assurance",
                    "customer support",
                    "network security");
    private static final List<String> METHODS =
            List.of(
                    "planning",
                    "analysis",
                    "training",
                    "strategy",
                    "operations",
                    "automation",
                    "budgeting",
                    "research",
                    "auditing",
                    "consulting",
                    "testing",
                    "maintenance",
                    "negotiation",
                    "architecture",
                    "reporting");

    private final long seed;

    GeneratedPeople(long seed) {
        this.seed = seed;
    }

    /** The person's document and all evidence. */
    List<Change> person(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        PersonId id = new PersonId("per_g" + Integer.toString(number, 36));
        String name = name(random);
        List<String> firms = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        List<String> skills = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        int year = 2024;
        for (int i = 0; i <= zipf(random, 3); i++) {
            String firm = firm(random);
            String title = title(random);
            year -= 1 + random.nextInt(4);
            if (!firms.contains(firm) && !titles.contains(title)) {
                firms.add(firm);
                titles.add(title);
                evidence(changes, id, Kind.POSITION, year, title + " at " + firm);
            }
        }
        String headline = titles.getFirst() + ", " + skill(random) + " and " + skill(random);
        evidence(changes, id, Kind.HEADLINE, 2024, headline);
        for (int i = random.nextInt(7); i > 0; i--) {
            String skill = skill(random);
            if (!skills.contains(skill)) {
                skills.add(skill);
                evidence(changes, id, Kind.SKILL, 2023, skill);
                if (random.nextBoolean()) {
                    evidence(changes, id, Kind.ENDORSEMENT, 2022, skill);
                }
            }
        }
        if (random.nextInt(3) == 0) {
            evidence(changes, id, Kind.RECOMMENDATION, 2021, recommendation(random));
        }
        changes.add(
                new Change.PutPerson(
                        new PersonDocument(
                                id,
                                Layer.ORGANIZATION,
                                List.of(name),
                                headline,
                                List.of(account(number)),
                                List.of(),
                                firms.getFirst(),
                                titles.getFirst(),
                                firms.stream().sorted().toList(),
                                titles.stream().sorted().toList(),
                                skills.stream().sorted().toList(),
                                List.of(capital(word(random, 300)) + " area"),
                                List.of(CRAFTS.get(zipf(random, CRAFTS.size()))),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(2005 + random.nextInt(19)),
                                null,
                                1 + zipf(random, 200))));
        return changes;
    }

    /** Queries for people in the query grammar, each kind as often as the others. */
    List<String> peopleQueries(int count) {
        Random random = new Random(seed + 1);
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String[] name = name(random).split(" ");
            queries.add(
                    switch (i % 5) {
                        case 0 -> name[0] + " " + name[1];
                        case 1 -> name[1].substring(0, Math.min(4, name[1].length()));
                        case 2 -> skill(random);
                        case 3 ->
                                "company:\"%s\" OR title:\"%s\""
                                        .formatted(firm(random), title(random));
                        default -> "skill:\"%s\" NOT %s".formatted(skill(random), name[0]);
                    });
        }
        return queries;
    }

    /** Topics to be expert in, of one to four words. */
    List<String> topics(int count) {
        Random random = new Random(seed + 2);
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            topics.add(
                    switch (i % 3) {
                        case 0 -> METHODS.get(zipf(random, METHODS.size()));
                        case 1 -> CRAFTS.get(zipf(random, CRAFTS.size()));
                        default -> skill(random);
                    });
        }
        return topics;
    }

    private static void evidence(
            List<Change> changes, PersonId person, Kind kind, int year, String text) {
        boolean others = kind == Kind.ENDORSEMENT || kind == Kind.RECOMMENDATION;
        changes.add(
                new Change.PutEvidence(
                        new EvidenceDocument(
                                person + "-" + changes.size(),
                                Layer.ORGANIZATION,
                                person,
                                kind,
                                SITE,
                                PartialDate.of(year),
                                text,
                                others ? account(text.hashCode() & 0xffff) : null,
                                IMPORT,
                                new Place("Generated.csv", changes.size() + 1))));
    }

    private static AccountId account(int number) {
        return AccountId.of(SITE, "generated-" + Integer.toString(number, 36));
    }

    private static String name(Random random) {
        return capital(word(random, 800)) + " " + capital(word(random, FAMILIES));
    }

    private static String firm(Random random) {
        return capital(word(random, FIRMS)) + " " + capital(METHODS.get(random.nextInt(8)));
    }

    private static String title(Random random) {
        return (LEVELS.get(zipf(random, LEVELS.size()))
                        + " "
                        + CRAFTS.get(zipf(random, CRAFTS.size())))
                .strip();
    }

    private static String skill(Random random) {
        return CRAFTS.get(zipf(random, CRAFTS.size()))
                + " "
                + METHODS.get(zipf(random, METHODS.size()));
    }

    private static String recommendation(Random random) {
        StringBuilder text = new StringBuilder("We worked together on ");
        text.append(skill(random)).append(". ");
        for (int i = 5 + random.nextInt(20); i > 0; i--) {
            text.append(word(random, FAMILIES)).append(' ');
        }
        return text.append("and ").append(skill(random)).append('.').toString();
    }

    /** The word of that rank in an invented language of so many. */
    private static String word(Random random, int words) {
        int rank = zipf(random, words);
        StringBuilder word = new StringBuilder();
        for (int rest = rank + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** From 0, below the limit; nearly in inverse proportion to 1 + the number. */
    private static int zipf(Random random, int limit) {
        return (int) Math.min(limit - 1, Math.pow(limit + 1, random.nextDouble()) - 1);
    }
}
