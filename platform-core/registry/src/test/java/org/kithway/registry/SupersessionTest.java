package org.kithway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.Site;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.Decision.ImportUndone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

class SupersessionTest {
    private static final MemberId ANN = new MemberId("mem_ann");
    private static final MemberId BEN = new MemberId("mem_ben");
    private static final Site SITE = new Site("linkedin");
    private static final AccountId OWNER = AccountId.of(SITE, "ann");
    private static final String FRAGMENT = "~";
    private static final Layer SHARED = Layer.ORGANIZATION;
    private static final Layer PRIVATE = Layer.of(ANN);

    @Test
    void replacesThePartsThatALaterExportContains() {
        ImportSettled a = settled(1, day(1), SHARED, "connections", "messages");
        ImportSettled b = settled(2, day(2), SHARED, "connections", "skills");

        assertThat(Supersession.active(List.of(a, b)))
                .isEqualTo(
                        Map.of(
                                a.imported(), Set.of("messages"),
                                b.imported(), Set.of("connections", "skills")));
    }

    @Test
    void fillsGapsOnlyFromAnOlderExportThatComesLater() {
        ImportSettled newer = settled(1, day(2), SHARED, "connections");
        ImportSettled older = settled(2, day(1), SHARED, "connections", "messages");

        assertThat(Supersession.active(List.of(newer, older)))
                .isEqualTo(
                        Map.of(
                                newer.imported(), Set.of("connections"),
                                older.imported(), Set.of("messages")));
    }

    @Test
    void leavesOutAnImportOfWhichNothingCounts() {
        ImportSettled a = settled(1, day(1), SHARED, "connections");
        ImportSettled b = settled(2, day(2), SHARED, "connections");

        assertThat(Supersession.active(List.of(a, b)))
                .isEqualTo(Map.of(b.imported(), Set.of("connections")));
    }

    @Test
    void takesTheUploadForTheDateOfAnExportWithoutOne() {
        ImportSettled dated = settled(1, day(40), SHARED, "connections");
        ImportSettled undated = settled(30, null, SHARED, "connections");

        assertThat(Supersession.active(List.of(dated, undated))).containsOnlyKeys(dated.imported());
    }

    @Test
    void breaksTiesByUploadThenById() {
        ImportSettled first = settled(1, day(1), SHARED, "connections");
        ImportSettled second = settled(2, day(1), SHARED, "connections");
        ImportSettled twin = copy(second, "imp_9");

        assertThat(Supersession.active(List.of(second, first))).containsOnlyKeys(second.imported());
        assertThat(Supersession.active(List.of(twin, second))).containsOnlyKeys(twin.imported());
    }

    @Test
    void neverReplacesAnotherMembersSitesOrAccountsParts() {
        ImportSettled own = settled(1, day(1), SHARED, "connections");
        Instant later = day(2);
        List<ImportSettled> all =
                List.of(
                        own,
                        settled(2, BEN, SITE, OWNER, SHARED, later),
                        settled(3, ANN, new Site("facebook"), OWNER, SHARED, later),
                        settled(4, ANN, SITE, AccountId.of(SITE, "alias"), SHARED, later),
                        settled(5, ANN, SITE, null, SHARED, later),
                        settled(6, ANN, SITE, OWNER, PRIVATE, later));

        assertThat(Supersession.active(all)).hasSize(6);
    }

    @Test
    void aFragmentCountsBesideWhatItMightHaveReplaced() {
        ImportSettled whole = settled(1, day(1), SHARED, "connections");
        ImportSettled fragment = settled(2, day(2), SHARED, "connections~", "skills");

        assertThat(Supersession.active(List.of(whole, fragment)))
                .isEqualTo(
                        Map.of(
                                whole.imported(), Set.of("connections"),
                                fragment.imported(), Set.of("connections", "skills")));
    }

    @Test
    void aLaterWholePartReplacesAFragment() {
        ImportSettled fragment = settled(1, day(1), SHARED, "connections~");
        ImportSettled whole = settled(2, day(2), SHARED, "connections");

        assertThat(Supersession.active(List.of(fragment, whole)))
                .isEqualTo(Map.of(whole.imported(), Set.of("connections")));
    }

    @Test
    void agreesWithTheDefinitionForAllTriplesOfImportsInEveryOrder() {
        for (List<ImportSettled> triple : triples()) {
            Map<ImportId, Set<String>> expected = byDefinition(triple);
            for (List<ImportSettled> order : orders(triple)) {
                assertThat(Supersession.active(order)).isEqualTo(expected);
            }
        }
    }

    @Test
    void isWithoutAnUndoneImportAsThoughItHadNeverBeen() {
        for (List<ImportSettled> triple : triples()) {
            for (ImportSettled undone : triple) {
                List<ImportSettled> others =
                        triple.stream().filter(one -> !one.equals(undone)).toList();
                for (List<ImportSettled> order : orders(triple)) {
                    List<Decision> decisions = new ArrayList<>(order);
                    decisions.add(new ImportUndone(undone.imported()));
                    assertThat(Supersession.active(Supersession.settled(decisions).values()))
                            .isEqualTo(Supersession.active(others));
                }
            }
        }
    }

    @Test
    void foldsDecisionsThatComeAgain() {
        ImportSettled a = settled(1, day(1), SHARED, "connections");
        ImportSettled b = settled(2, day(2), SHARED, "connections");
        Decision undone = new ImportUndone(b.imported());

        assertThat(Supersession.settled(List.of(a, b, undone, a, b)))
                .containsOnlyKeys(a.imported());
    }

    /** All triples of imports that differ in date, parts and layer, uploaded one after another. */
    private static List<List<ImportSettled>> triples() {
        List<List<ImportSettled>> triples = new ArrayList<>();
        for (ImportSettled first : variants(1)) {
            for (ImportSettled second : variants(2)) {
                for (ImportSettled third : variants(3)) {
                    triples.add(List.of(first, second, third));
                }
            }
        }
        return triples;
    }

    private static List<ImportSettled> variants(int number) {
        List<ImportSettled> variants = new ArrayList<>();
        for (Layer layer : List.of(SHARED, PRIVATE)) {
            for (String[] parts : new String[][] {{"a"}, {"b"}, {"a", "b"}, {"a~"}}) {
                variants.add(settled(number, null, layer, parts));
                variants.add(settled(number, day(1), layer, parts));
                variants.add(settled(number, day(2), layer, parts));
            }
        }
        return variants;
    }

    private static List<List<ImportSettled>> orders(List<ImportSettled> three) {
        List<List<ImportSettled>> orders = new ArrayList<>();
        for (int[] order :
                new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            orders.add(List.of(three.get(order[0]), three.get(order[1]), three.get(order[2])));
        }
        return orders;
    }

    /** A part of an import counts unless a later import of its line has all of the part. */
    private static Map<ImportId, Set<String>> byDefinition(Collection<ImportSettled> imports) {
        Map<ImportId, Set<String>> active = new TreeMap<>();
        for (ImportSettled one : imports) {
            Set<String> parts = new TreeSet<>(one.parts());
            parts.addAll(one.fragments());
            for (String part : parts) {
                boolean replaced =
                        imports.stream()
                                .filter(other -> other.layer().equals(one.layer()))
                                .filter(other -> other.parts().contains(part))
                                .anyMatch(other -> isLater(other, one));
                if (!replaced) {
                    active.computeIfAbsent(one.imported(), id -> new TreeSet<>()).add(part);
                }
            }
        }
        return active;
    }

    private static boolean isLater(ImportSettled other, ImportSettled one) {
        int byDate = date(other).compareTo(date(one));
        return byDate > 0 || (byDate == 0 && other.submitted().isAfter(one.submitted()));
    }

    private static Instant date(ImportSettled settled) {
        return settled.exportedAt() != null ? settled.exportedAt() : settled.submitted();
    }

    private static Instant day(int number) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 86_400L);
    }

    /** Those of the parts that are marked as fragments, or those that are not. */
    private static Set<String> of(String[] parts, boolean fragments) {
        return Arrays.stream(parts)
                .filter(part -> part.endsWith(FRAGMENT) == fragments)
                .map(part -> part.replace(FRAGMENT, ""))
                .collect(Collectors.toSet());
    }

    /**
     * An import of Ann's, uploaded on the day of its number.
     *
     * @param parts those of which it has but a fragment end in {@code ~}
     */
    private static ImportSettled settled(
            int number, @Nullable Instant exportedAt, Layer layer, String... parts) {
        return new ImportSettled(
                new ImportId("imp_" + number),
                ANN,
                SITE,
                OWNER,
                layer,
                exportedAt,
                day(number),
                of(parts, false),
                of(parts, true),
                Map.of());
    }

    private static ImportSettled settled(
            int number,
            MemberId member,
            Site site,
            @Nullable AccountId owner,
            Layer layer,
            Instant exportedAt) {
        return new ImportSettled(
                new ImportId("imp_" + number),
                member,
                site,
                owner,
                layer,
                exportedAt,
                day(number),
                Set.of("connections"),
                Set.of(),
                Map.of());
    }

    private static ImportSettled copy(ImportSettled of, String id) {
        return new ImportSettled(
                new ImportId(id),
                of.member(),
                of.site(),
                of.owner(),
                of.layer(),
                of.exportedAt(),
                of.submitted(),
                of.parts(),
                of.fragments(),
                of.ends());
    }
}
