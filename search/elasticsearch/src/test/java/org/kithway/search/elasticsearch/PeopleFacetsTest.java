package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kithway.search.Field;
import org.kithway.search.PeopleSearch.Count;
import org.kithway.search.PeopleSearch.Page;
import org.kithway.search.PeopleSearch.Request;
import org.kithway.search.PeopleSearch.Sort;
import org.kithway.search.PersonDocument;
import org.kithway.search.Query;
import org.kithway.search.QueryParser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts and pages over a few hundred seeded people, held against counting one by one. */
class PeopleFacetsTest {
    private static final long SEED = 4_711;
    private static final String[] COMPANIES = {
        "Blue Kettle", "BLUE KETTLE", "Café Noir", "cafe noir", "Harbor", "Mill & Sons", "Øst",
    };
    private static final String[] SKILLS = {"Java", "java", "JAVA", "Sailing", "C++", "C#"};
    private static final String[] TITLES = {"engineer", "baker", "pilot"};
    private static final Set<Field> FACETS = Set.of(Field.COMPANY, Field.SKILL, Field.SITE);
    private static final List<PersonDocument> PEOPLE = people();
    private static final TestStore ONE_SHARD = filled(StoreSettings.LOCAL.withPrefix("t-facets"));
    private static final TestStore THREE_SHARDS =
            filled(StoreSettings.LOCAL.withPrefix("t-facets-3").withShards(3, 0));

    @BeforeAll
    static void sayTheSeed() {
        System.out.println("seed of the people: " + SEED);
    }

    static Stream<TestStore> stores() {
        return Stream.of(ONE_SHARD, THREE_SHARDS);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void countsAreThoseOfCountingOneByOne(TestStore store) {
        Random random = new Random(SEED);
        for (int round = 0; round < 40; round++) {
            Map<Field, List<String>> filters = filters(random);
            String word = random.nextBoolean() ? "*" : "title:" + pick(random, TITLES);

            Page page = search(store, word, filters, Sort.RELEVANCE, null, 10);

            String round0 = "round " + round + ": " + word + " " + filters;
            Predicate<PersonDocument> matches = matching(word);
            assertThat(page.total())
                    .as(round0)
                    .isEqualTo(PEOPLE.stream().filter(matches.and(passing(filters, null))).count());
            for (Field field : FACETS) {
                assertThat(byKey(page.facets().get(field)))
                        .as("%s of %s", field, round0)
                        .isEqualTo(counted(field, matches.and(passing(filters, field))));
            }
            assertThat(page.years())
                    .as(round0)
                    .isEqualTo(
                            PEOPLE.stream()
                                    .filter(matches.and(passing(filters, Field.SINCE)))
                                    .flatMap(person -> person.connectedYears().stream())
                                    .collect(groupingBy(y -> y, TreeMap::new, counting())));
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void valuesComeMostFrequentFirstInASpellingThatSomebodyUses(TestStore store) {
        List<Count> companies =
                Objects.requireNonNull(
                        search(store, "*", Map.of(), Sort.NAME, null, 0)
                                .facets()
                                .get(Field.COMPANY));

        assertThat(companies)
                .extracting(Count::count)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(companies)
                .allSatisfy(count ->
                        assertThat(PEOPLE)
                                .anyMatch(p -> p.organizations().contains(count.value())));
        assertThat(companies)
                .extracting(count -> Spelling.key(count.value()))
                .doesNotHaveDuplicates()
                .contains("blue kettle", "cafe noir");
    }

    @Test
    void filteringByACountedValueFindsAsManyAsWereCounted() {
        Page all = search(ONE_SHARD, "*", Map.of(), Sort.NAME, null, 0);

        all.facets()
                .forEach((field, counts) -> {
                    for (Count count : counts) {
                        Map<Field, List<String>> filter = Map.of(field, List.of(count.value()));
                        assertThat(search(ONE_SHARD, "*", filter, Sort.NAME, null, 0).total())
                                .as("%s:%s", field.label(), count.value())
                                .isEqualTo(count.count());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("stores")
    void pagesCoverEverybodyOnceInEveryOrder(TestStore store) {
        for (String query : List.of("*", "title:engineer", "ann -title:engineer")) {
            for (Sort sort : Sort.values()) {
                for (int size : new int[] {1, 7, 200}) {
                    pagesCoverEverybodyOnce(store, query, sort, size);
                }
            }
        }
    }

    private static void pagesCoverEverybodyOnce(
            TestStore store, String query, Sort sort, int size) {
        List<PersonDocument> seen = new ArrayList<>();
        String cursor = null;
        long total;
        do {
            Page page = search(store, query, Map.of(), sort, cursor, size);
            total = page.total();
            seen.addAll(page.people());
            cursor = page.next();
        } while (cursor != null && (size > 1 || seen.size() < 12));
        String what = query + " by " + sort + " in pages of " + size;
        assertThat(new HashSet<>(seen)).as(what).hasSameSizeAs(seen);
        if (size > 1) {
            assertThat(seen).as(what).hasSize((int) total);
        }
        switch (sort) {
            case NAME ->
                    assertThat(seen)
                            .as(what)
                            .extracting(p -> Spelling.key(TestStore.name(p)))
                            .isSorted();
            case TIES -> assertThat(seen).as(what).extracting(p -> -p.ties()).isSorted();
            case RELEVANCE -> {}
        }
    }

    @Test
    void allIdsComeInTheOrderOfThePages() {
        Query query = QueryParser.parse("title:engineer");
        List<PersonDocument> page =
                search(ONE_SHARD, "title:engineer", Map.of(), Sort.RELEVANCE, null, 200).people();

        assertThat(ONE_SHARD.people.ids(ONE_SHARD.viewer(TestStore.ANNA), query, page.size()))
                .isEqualTo(page.stream().map(PersonDocument::id).toList());
        assertThat(ONE_SHARD.people.ids(ONE_SHARD.viewer(TestStore.ANNA), query, 5)).hasSize(5);
    }

    @Test
    void aForeignCursorIsRefused() {
        String ofNames =
                Objects.requireNonNull(search(ONE_SHARD, "*", Map.of(), Sort.NAME, null, 1).next());

        for (String cursor : List.of("", "!", "AAAA", ofNames, ofNames.substring(4))) {
            assertThatIllegalArgumentException()
                    .as(cursor)
                    .isThrownBy(() -> search(ONE_SHARD, "*", Map.of(), Sort.TIES, cursor, 1))
                    .withMessageContaining("begin without a cursor");
        }
    }

    private static Page search(
            TestStore store,
            String query,
            Map<Field, List<String>> filters,
            Sort sort,
            @Nullable String cursor,
            int size) {
        return store.people.search(
                store.viewer(TestStore.ANNA),
                new Request(QueryParser.parse(query), filters, FACETS, true, sort, cursor, size));
    }

    private static Map<Field, List<String>> filters(Random random) {
        Map<Field, List<String>> filters = new EnumMap<>(Field.class);
        if (random.nextBoolean()) {
            filters.put(Field.COMPANY, List.of(pick(random, COMPANIES), pick(random, COMPANIES)));
        }
        if (random.nextBoolean()) {
            filters.put(Field.SKILL, List.of(pick(random, SKILLS)));
        }
        if (random.nextInt(4) == 0) {
            filters.put(Field.SITE, List.of("linkedin"));
        }
        if (random.nextInt(3) == 0) {
            filters.put(Field.SINCE, List.of("2012..2016", "2020"));
        }
        return filters;
    }

    private static Predicate<PersonDocument> matching(String query) {
        return query.equals("*")
                ? person -> true
                : person -> person.titles().contains(query.substring("title:".length()));
    }

    private static Predicate<PersonDocument> passing(
            Map<Field, List<String>> filters, @Nullable Field but) {
        return person ->
                filters.entrySet().stream()
                        .filter(filter -> filter.getKey() != but)
                        .allMatch(filter -> passes(person, filter.getKey(), filter.getValue()));
    }

    private static boolean passes(PersonDocument person, Field field, List<String> values) {
        if (field == Field.SINCE) {
            return person.connectedYears().stream()
                    .anyMatch(year -> (year >= 2012 && year <= 2016) || year == 2020);
        }
        Set<String> wanted = new HashSet<>(values.stream().map(Spelling::key).toList());
        return keys(person, field).stream().anyMatch(wanted::contains);
    }

    private static Set<String> keys(PersonDocument person, Field field) {
        List<String> values =
                switch (field) {
                    case COMPANY -> person.organizations();
                    case SKILL -> person.skills();
                    default -> person.accounts().stream().map(a -> a.site().name()).toList();
                };
        return new HashSet<>(values.stream().map(Spelling::key).toList());
    }

    private static Map<String, Long> counted(Field field, Predicate<PersonDocument> passing) {
        return PEOPLE.stream()
                .filter(passing)
                .flatMap(person -> keys(person, field).stream())
                .collect(groupingBy(key -> key, counting()));
    }

    private static Map<String, Long> byKey(@Nullable List<Count> counts) {
        return Objects.requireNonNull(counts).stream()
                .collect(toMap(count -> Spelling.key(count.value()), Count::count));
    }

    private static List<PersonDocument> people() {
        Random random = new Random(SEED);
        return IntStream.range(0, 400)
                .mapToObj(i ->
                        TestPerson.of("p" + i, pick(random, "Ann", "Béla", "Cara") + " " + i)
                                .organizations(some(random, COMPANIES))
                                .titles(pick(random, TITLES))
                                .skills(some(random, SKILLS))
                                .accounts(
                                        random.nextBoolean()
                                                ? new String[] {"linkedin:" + i}
                                                : new String[] {"linkedin:" + i, "facebook:" + i})
                                .years(
                                        IntStream.range(0, random.nextInt(3))
                                                .mapToObj(y -> random.nextInt(2010, 2024))
                                                .distinct()
                                                .sorted()
                                                .toArray(Integer[]::new))
                                .ties(random.nextInt(10))
                                .document())
                .toList();
    }

    private static String[] some(Random random, String... values) {
        return Arrays.stream(values).filter(value -> random.nextInt(4) == 0).toArray(String[]::new);
    }

    private static String pick(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static TestStore filled(StoreSettings settings) {
        TestStore store = new TestStore(settings);
        store.put(PEOPLE);
        return store;
    }
}
