package org.kithway.identity;

import org.kithway.identity.match.Bits;
import org.kithway.identity.match.Comparison;
import org.kithway.identity.match.Estimation;
import org.kithway.identity.match.LinkageModel;
import org.kithway.identity.match.Pairs;
import org.kithway.identity.name.NameFrequency;
import org.kithway.identity.name.OrganizationName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Learns a model from an organization's own references. */
final class ModelEstimation {
    private static final int LEAST_POPULATION = 1000;
    private static final int RANDOM_PAIRS = 100_000;
    private static final long SEED = 1;
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final double STRENGTH_OF_M = 200;
    private static final double STRENGTH_OF_U = 2000;
    private static final int MOST_LISTED = 2000;
    private static final int SEVERAL = 5;

    private ModelEstimation() {}

    static IdentityModel of(
            IdentityModel before,
            List<Reference> sample,
            List<IdentityModel.Candidate> candidates,
            long version) {
        double population = Math.max(LEAST_POPULATION, sample.size());
        IdentityModel counted =
                new IdentityModel(
                        version,
                        population,
                        -Bits.log2(population),
                        before.same(),
                        before.doubtful(),
                        before.comparisons(),
                        names(sample),
                        employers(sample));
        LinkageModel model = new LinkageModel(counted.prior(), counted.comparisons());
        model = Estimation.ofRandom(model, random(sample), STRENGTH_OF_U);
        Pairs pairs = new Pairs();
        for (IdentityModel.Candidate pair : candidates) {
            pairs.add(pattern(pair.one(), pair.other()), others(counted, pair));
        }
        double universe = population * (population - 1) / 2;
        List<Comparison> comparisons =
                Estimation.ofCandidates(model, pairs, universe, STRENGTH_OF_M).comparisons();
        return new IdentityModel(
                version,
                population,
                counted.prior(),
                before.same(),
                before.doubtful(),
                comparisons,
                counted.names(),
                counted.employers());
    }

    private static long pattern(Reference one, Reference other) {
        long pattern = 0;
        for (Evidence kind : Evidence.values()) {
            int level = EvidenceLevels.of(kind, one, other).level();
            pattern = LinkageModel.with(pattern, kind.ordinal(), level);
        }
        return pattern;
    }

    /** What names and contacts weigh, which are not estimated. */
    private static double others(IdentityModel model, IdentityModel.Candidate pair) {
        Reason name = NameEvidence.best(pair.one(), pair.other(), model.names());
        Reason contacts =
                ContactEvidence.of(
                        pair.one().contacts(), pair.other().contacts(), model.population());
        return (name == null ? 0 : name.bits()) + (contacts == null ? 0 : contacts.bits());
    }

    /**
     * Drawn by the accounts, so that neither the order of the sample nor chance has a part in it.
     */
    private static Pairs random(List<Reference> sample) {
        List<Reference> order = new ArrayList<>(sample);
        order.sort(
                Comparator.comparingLong(
                                (Reference r) -> r.accounts().first().toString().hashCode() * MIX)
                        .thenComparing(r -> r.accounts().first()));
        SplittableRandom random = new SplittableRandom(SEED);
        Pairs pairs = new Pairs();
        for (int i = 0; i < RANDOM_PAIRS && order.size() > 1; i++) {
            Reference one = order.get(random.nextInt(order.size()));
            Reference other = order.get(random.nextInt(order.size()));
            if (one != other) {
                pairs.add(pattern(one, other), 0);
            }
        }
        return pairs;
    }

    private static NameFrequency names(List<Reference> sample) {
        Map<String, Integer> given = new HashMap<>();
        Map<String, Integer> family = new HashMap<>();
        for (Reference reference : sample) {
            if (!reference.names().isEmpty()) {
                count(Set.copyOf(reference.names().getFirst().given()), given);
                count(Set.copyOf(reference.names().getFirst().family()), family);
            }
        }
        return NameFrequency.estimate(often(given), often(family), sample.size());
    }

    private static SortedMap<String, Double> employers(List<Reference> sample) {
        Map<String, Integer> counts = new HashMap<>();
        for (Reference reference : sample) {
            Set<String> keys = new HashSet<>();
            for (Employment work : reference.employments()) {
                OrganizationName organization = work.organization();
                if (organization != null && !organization.isPlaceholder()) {
                    keys.add(organization.key());
                }
            }
            count(keys, counts);
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        double people = Math.max(LEAST_POPULATION, sample.size());
        often(counts).forEach((key, count) -> shares.put(key, count / people));
        return shares;
    }

    private static void count(Set<String> words, Map<String, Integer> counts) {
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    /** The most frequent ones, so that the model stays small. */
    private static Map<String, Integer> often(Map<String, Integer> counts) {
        Map<String, Integer> most = new TreeMap<>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= SEVERAL)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LISTED)
                .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
        return most;
    }
}
