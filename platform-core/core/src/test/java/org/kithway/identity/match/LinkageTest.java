package org.kithway.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

class LinkageTest {
    private static final long SEED = 5;

    /** The second of each pair has a slip in its name or another day of birth. */
    private static List<List<String>> records(int people, Random random) {
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String given = word(random);
            String family = word(random);
            String day = 1950 + random.nextInt(50) + "-0" + (1 + random.nextInt(9)) + "-17";
            String town = word(new Random(random.nextInt(40)));
            records.add(List.of(given, family, day, town, String.valueOf(i)));
            String slip = i % 2 == 0 ? family.substring(1) : family;
            String other = i % 2 == 1 ? day.replace("-17", "-18") : day;
            records.add(
                    i % 7 == 0
                            ? List.of(slip, given, other, town, String.valueOf(i))
                            : List.of(given, slip, other, "", String.valueOf(i)));
        }
        return records;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append("bdfgklmnrstv".charAt(random.nextInt(12)));
            word.append("aeiou".charAt(random.nextInt(5)));
        }
        return word.toString();
    }

    private static Set<String> linked(List<List<String>> records) {
        List<Column> columns = new ArrayList<>();
        FieldKind[] kinds = {
            FieldKind.GIVEN_NAME, FieldKind.FAMILY_NAME, FieldKind.DATE, FieldKind.PLACE
        };
        for (int i = 0; i < kinds.length; i++) {
            int field = i;
            columns.add(
                    new Column(
                            kinds[i].name(),
                            kinds[i],
                            records.stream().map(record -> record.get(field)).toList()));
        }
        Linkage linkage = new Linkage(columns);
        long[] candidates = linkage.candidates();
        double universe = records.size() * (records.size() - 1.0) / 2;
        LinkageModel model = linkage.learn(candidates, universe, (one, other) -> true);
        Set<String> links = new TreeSet<>();
        for (Linkage.Link link : linkage.links(model, candidates, 0)) {
            String one = records.get(link.one()).toString();
            String other = records.get(link.other()).toString();
            links.add(one.compareTo(other) < 0 ? one + other : other + one);
        }
        return links;
    }

    @Test
    void linksWhatIsOfOnePersonThoughNamesAreMisspeltOrSwapped() {
        List<List<String>> records = records(500, new Random(SEED));
        Set<String> links = linked(records);
        int right = 0;
        for (int i = 0; i < records.size(); i += 2) {
            String one = records.get(i).toString();
            String other = records.get(i + 1).toString();
            right += links.contains(one.compareTo(other) < 0 ? one + other : other + one) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(490);
        assertThat(links.size() - right).isLessThan(5);
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        List<List<String>> records = records(300, new Random(SEED));
        List<List<String>> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(SEED));
        assertThat(linked(shuffled)).isEqualTo(linked(records));
    }
}
