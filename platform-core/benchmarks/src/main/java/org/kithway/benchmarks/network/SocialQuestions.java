package org.kithway.benchmarks.network;

import org.kithway.quality.Centrality;
import org.kithway.quality.Network;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Four questions of the LDBC Social Network Benchmark about who is near somebody: people of a name
 * within three ties (IC1), friends of friends with like interests (IC10), who of those within two
 * ties worked in a country before a year (IC11), and which friends answer posts on a topic (IC12).
 * Each answer is compared as a whole, with its order. Not a result of that benchmark.
 */
public final class SocialQuestions {
    private final SocialTables tables;
    private final LabelledNetwork labels = new LabelledNetwork();
    private final Centrality centrality;
    private final Map<String, Person> persons = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, String> cityOf;
    private final Map<String, String> placeOf;
    private final Map<String, String> organisations = new HashMap<>();
    private final Map<String, List<Job>> jobs = new HashMap<>();
    private final Map<String, List<Job>> studies = new HashMap<>();

    /** Where somebody works or studies, since or until a year. */
    private record Job(String organisation, int year) {}

    private record Person(
            String id,
            String firstName,
            String lastName,
            String gender,
            String birthday,
            String created,
            String address,
            String browser,
            Set<String> languages,
            Set<String> mails) {}

    /** One row of an answer, in words that can be compared, and what orders it. */
    private record Row(List<Comparable<?>> order, List<String> words) {}

    public SocialQuestions(Path folder) throws IOException {
        tables = new SocialTables(folder);
        tables.each(
                "person",
                c ->
                        persons.put(
                                c[0],
                                new Person(
                                        c[0],
                                        c[1],
                                        c[2],
                                        c[3],
                                        c[4],
                                        c[5],
                                        c[6],
                                        c[7],
                                        split(c[8]),
                                        split(c[9]))));
        persons.keySet().forEach(labels::node);
        tables.each("person_knows_person", c -> labels.tie(c[0], c[1], 1));
        Network network = labels.build(false);
        centrality = new Centrality(network);
        tables.each("place", c -> places.put(c[0], c[1]));
        tables.each("organisation", c -> organisations.put(c[0], c[2]));
        cityOf = tables.map("person_isLocatedIn_place");
        placeOf = tables.map("organisation_isLocatedIn_place");
        tables.each("person_workAt_organisation", c -> add(jobs, c));
        tables.each("person_studyAt_organisation", c -> add(studies, c));
    }

    private static Set<String> split(String cell) {
        return cell.isEmpty() ? Set.of() : new TreeSet<>(List.of(cell.split(";")));
    }

    private static void add(Map<String, List<Job>> jobs, String[] cells) {
        jobs.computeIfAbsent(cells[0], c -> new ArrayList<>())
                .add(new Job(cells[1], Integer.parseInt(cells[2])));
    }

    public void check(Checks checks) throws IOException {
        check(checks, 1, "people of a name within three ties", this::named, this::toldNamed);
        Interests interests = new Interests();
        check(
                checks,
                10,
                "friends of friends with like interests",
                asked -> interests.answer(asked),
                row ->
                        words(
                                row,
                                "personId",
                                "commonInterestScore",
                                "personFirstName",
                                "personLastName",
                                "personGender",
                                "personCityName"));
        check(
                checks,
                11,
                "who within two ties worked in a country",
                this::worked,
                row ->
                        words(
                                row,
                                "personId",
                                "personFirstName",
                                "personLastName",
                                "organizationName",
                                "organizationWorkFromYear"));
        Topics topics = new Topics();
        check(
                checks,
                12,
                "friends who answer posts on a topic",
                topics::answer,
                row -> {
                    List<String> words =
                            words(
                                    row,
                                    "personId",
                                    "personFirstName",
                                    "personLastName",
                                    "replyCount");
                    words.add(set(row.get("tagNames")));
                    return words;
                });
    }

    private void check(
            Checks checks,
            int number,
            String about,
            Function<JsonNode, List<Row>> ours,
            Function<JsonNode, List<String>> theirs)
            throws IOException {
        Checks.Differences answers = new Checks.Differences();
        for (SocialTables.Question question : tables.questions(number)) {
            List<List<String>> told = new ArrayList<>();
            question.answer().forEach(row -> told.add(theirs.apply(row)));
            List<List<String>> found =
                    ours.apply(question.asked()).stream()
                            .sorted(Comparator.comparing(Row::order, SocialQuestions::compare))
                            .limit(question.asked().get("limit").asInt())
                            .map(Row::words)
                            .toList();
            answers.add(found.equals(told));
        }
        checks.add("social network", "IC" + number + ", " + about, answers, 0);
    }

    @SuppressWarnings("unchecked") // rows of one answer are ordered by the same kinds of things
    private static int compare(List<Comparable<?>> one, List<Comparable<?>> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = ((Comparable<Object>) one.get(i)).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<String> words(JsonNode row, String... fields) {
        List<String> words = new ArrayList<>();
        for (String field : fields) {
            words.add(row.get(field).asString());
        }
        return words;
    }

    private static String set(JsonNode values) {
        Set<String> set = new TreeSet<>();
        values.forEach(value -> set.add(value.asString()));
        return set.toString();
    }

    /** Those within so many ties, with their distance. */
    private Map<String, Integer> near(String person, int ties) {
        Map<String, Integer> near = new HashMap<>();
        for (int distance = 1; distance <= ties; distance++) {
            int at = distance;
            centrality.within(
                    labels.node(person), at, other -> near.putIfAbsent(labels.label(other), at));
        }
        return near;
    }

    private static String id(JsonNode asked, int number) {
        return asked.get("personIdQ" + number).asString();
    }

    private Person person(String id) {
        Person person = persons.get(id);
        if (person == null) {
            throw new IllegalArgumentException("the tables hold no person " + id);
        }
        return person;
    }

    private String place(Map<String, String> of, String id) {
        return places.getOrDefault(of.getOrDefault(id, ""), "");
    }

    private String name(Job job) {
        return organisations.getOrDefault(job.organisation(), "");
    }

    private List<Row> named(JsonNode asked) {
        List<Row> rows = new ArrayList<>();
        near(id(asked, 1), 3)
                .forEach((id, distance) -> {
                    Person p = person(id);
                    if (p.firstName().equals(asked.get("firstName").asString())) {
                        rows.add(
                                new Row(
                                        List.of(distance, p.lastName(), Long.valueOf(id)),
                                        List.of(
                                                id,
                                                p.lastName(),
                                                String.valueOf(distance),
                                                p.birthday(),
                                                p.created(),
                                                p.gender(),
                                                p.browser(),
                                                p.address(),
                                                place(cityOf, id),
                                                p.mails().toString(),
                                                p.languages().toString(),
                                                told(studies.getOrDefault(id, List.of())),
                                                told(jobs.getOrDefault(id, List.of())))));
                    }
                });
        return rows;
    }

    private String told(List<Job> jobs) {
        Set<String> told = new TreeSet<>();
        for (Job job : jobs) {
            told.add(name(job) + " " + job.year() + " " + place(placeOf, job.organisation()));
        }
        return told.toString();
    }

    private List<String> toldNamed(JsonNode row) {
        List<String> words =
                words(
                        row,
                        "friendId",
                        "friendLastName",
                        "distanceFromPerson",
                        "friendBirthday",
                        "friendCreationDate",
                        "friendGender",
                        "friendBrowserUsed",
                        "friendLocationIp",
                        "friendCityName");
        words.add(set(row.get("friendEmails")));
        words.add(set(row.get("friendLanguages")));
        for (String field : List.of("friendUniversities", "friendCompanies")) {
            Set<String> told = new TreeSet<>();
            row.get(field)
                    .forEach(job ->
                            told.add(
                                    String.join(
                                            " ",
                                            words(job, "organizationName", "year", "placeName"))));
            words.add(told.toString());
        }
        return words;
    }

    private List<Row> worked(JsonNode asked) {
        List<Row> rows = new ArrayList<>();
        for (String id : near(id(asked, 11), 2).keySet()) {
            for (Job job : jobs.getOrDefault(id, List.of())) {
                if (job.year() < asked.get("workFromYear").asInt()
                        && place(placeOf, job.organisation())
                                .equals(asked.get("countryName").asString())) {
                    Person p = person(id);
                    String year = String.valueOf(job.year());
                    rows.add(
                            new Row(
                                    List.of(job.year(), Long.valueOf(id), new Falling(name(job))),
                                    List.of(id, p.firstName(), p.lastName(), name(job), year)));
                }
            }
        }
        return rows;
    }

    /** Orders words from the last to the first. */
    private record Falling(String word) implements Comparable<Falling> {
        @Override
        public int compareTo(Falling other) {
            return other.word.compareTo(word);
        }
    }

    /** Friends of friends born in a sign of the zodiac, by how far their posts are of interest. */
    private final class Interests {
        private final Map<String, List<String>> interests = tables.lists("person_hasInterest_tag");
        private final Map<String, List<String>> tags = tables.lists("post_hasTag_tag");
        private final Map<String, List<String>> posts = new HashMap<>();

        Interests() throws IOException {
            tables.each(
                    "post_hasCreator_person",
                    c -> posts.computeIfAbsent(c[1], p -> new ArrayList<>()).add(c[0]));
        }

        List<Row> answer(JsonNode asked) {
            Set<String> liked = new HashSet<>(interests.getOrDefault(id(asked, 10), List.of()));
            int month = asked.get("month").asInt();
            List<Row> rows = new ArrayList<>();
            near(id(asked, 10), 2)
                    .forEach((id, distance) -> {
                        Person p = person(id);
                        if (distance == 2 && isBorn(p, month)) {
                            int score = 0;
                            for (String post : posts.getOrDefault(id, List.of())) {
                                boolean common =
                                        tags.getOrDefault(post, List.of()).stream()
                                                .anyMatch(liked::contains);
                                score += common ? 1 : -1;
                            }
                            rows.add(
                                    new Row(
                                            List.of(-score, Long.valueOf(id)),
                                            List.of(
                                                    id,
                                                    String.valueOf(score),
                                                    p.firstName(),
                                                    p.lastName(),
                                                    p.gender(),
                                                    place(cityOf, id))));
                        }
                    });
            return rows;
        }

        private static boolean isBorn(Person person, int month) {
            LocalDate birthday =
                    LocalDate.ofInstant(
                            Instant.ofEpochMilli(Long.parseLong(person.birthday())),
                            ZoneOffset.UTC);
            int day = birthday.getDayOfMonth();
            return birthday.getMonthValue() == month
                    ? day >= 21
                    : birthday.getMonthValue() == month % 12 + 1 && day < 22;
        }
    }

    /** Friends by how many of their comments answer posts with a tag of a class or one below. */
    private final class Topics {
        private final Map<String, String> tagNames = tables.map("tag");
        private final Map<String, String> classNames = tables.map("tagclass");
        private final Map<String, String> typeOf = tables.map("tag_hasType_tagclass");
        private final Map<String, String> above = tables.map("tagclass_isSubclassOf_tagclass");
        private final Map<String, List<String>> tags = tables.lists("post_hasTag_tag");
        private final Map<String, String> answered = tables.map("comment_replyOf_post");
        private final Map<String, List<String>> comments = new HashMap<>();

        Topics() throws IOException {
            tables.each(
                    "comment_hasCreator_person",
                    c -> comments.computeIfAbsent(c[1], p -> new ArrayList<>()).add(c[0]));
        }

        List<Row> answer(JsonNode asked) {
            String wanted = asked.get("tagClassName").asString();
            List<Row> rows = new ArrayList<>();
            for (String id : near(id(asked, 12), 1).keySet()) {
                Set<String> names = new TreeSet<>();
                int count = 0;
                for (String comment : comments.getOrDefault(id, List.of())) {
                    String post = answered.getOrDefault(comment, "");
                    Set<String> here = new TreeSet<>();
                    for (String tag : tags.getOrDefault(post, List.of())) {
                        if (isA(tag, wanted)) {
                            here.add(tagNames.getOrDefault(tag, ""));
                        }
                    }
                    count += here.isEmpty() ? 0 : 1;
                    names.addAll(here);
                }
                if (count > 0) {
                    Person p = person(id);
                    rows.add(
                            new Row(
                                    List.of(-count, Long.valueOf(id)),
                                    List.of(
                                            id,
                                            p.firstName(),
                                            p.lastName(),
                                            String.valueOf(count),
                                            names.toString())));
                }
            }
            return rows;
        }

        private boolean isA(String tag, String wanted) {
            for (String type = typeOf.get(tag); type != null; type = above.get(type)) {
                if (wanted.equals(classNames.get(type))) {
                    return true;
                }
            }
            return false;
        }
    }
}
