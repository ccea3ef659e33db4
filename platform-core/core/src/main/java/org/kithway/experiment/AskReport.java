package org.kithway.experiment;

import org.kithway.model.Site;
import org.kithway.statistics.Difference;
import org.kithway.statistics.Power;
import org.kithway.statistics.Proportion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What came of an ask.
 *
 * @param all everybody who was asked
 * @param bySite by the site over which they were asked
 * @param byWording by the wording that they were sent
 * @param comparisons of each wording with each other
 * @param tree who had it from whom
 * @param bridges of the answers, those that came over another site than the ask had gone
 * @param detectable the least difference between two wordings that so many can show, as a share,
 *     the first wording's share of answers given
 */
public record AskReport(
        Counts all,
        List<Group> bySite,
        List<Group> byWording,
        List<Comparison> comparisons,
        ForwardTree tree,
        Proportion bridges,
        double detectable) {
    /** Without any answers, the share that is supposed where one is needed. */
    private static final double USUAL_SHARE = 0.18;

    public AskReport {
        bySite = List.copyOf(bySite);
        byWording = List.copyOf(byWording);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One who was asked.
     *
     * @param sent whether the message was sent; only then is anything counted
     * @param answeredOver the site over which the answer came, or that of the ask
     */
    public record Asked(
            Code code,
            Site site,
            String wording,
            boolean sent,
            boolean answered,
            boolean declined,
            boolean forwarded,
            boolean useful,
            boolean silent,
            Site answeredOver) {}

    /** How many of those who were asked did what. */
    public record Counts(
            Proportion answered,
            Proportion declined,
            Proportion forwarded,
            Proportion useful,
            Proportion silent) {
        private static Counts of(Collection<Asked> all) {
            return new Counts(
                    share(all, Asked::answered),
                    share(all, Asked::declined),
                    share(all, Asked::forwarded),
                    share(all, Asked::useful),
                    share(all, Asked::silent));
        }

        private static Proportion share(Collection<Asked> all, Predicate<Asked> did) {
            return new Proportion(
                    all.stream().filter(Asked::sent).filter(did).count(),
                    all.stream().filter(Asked::sent).count());
        }
    }

    /** Those who have something in common. */
    public record Group(String name, Counts counts) {}

    /** The answers that two wordings got. */
    public record Comparison(String one, String other, Difference answered) {}

    /**
     * @param asked everybody who was asked
     * @param passedOn codes that were passed on and used, beside those of the asked
     */
    public static AskReport of(Collection<Asked> asked, Collection<Code> passedOn) {
        List<Group> byWording = groups(asked, Asked::wording);
        List<Comparison> comparisons = new ArrayList<>();
        for (int i = 0; i < byWording.size(); i++) {
            for (int j = i + 1; j < byWording.size(); j++) {
                Group one = byWording.get(i);
                Group other = byWording.get(j);
                comparisons.add(
                        new Comparison(
                                one.name(),
                                other.name(),
                                new Difference(
                                        one.counts().answered(), other.counts().answered())));
            }
        }
        Set<Code> used = new HashSet<>(passedOn);
        asked.stream().filter(Asked::sent).map(Asked::code).forEach(used::add);
        List<Asked> answers = asked.stream().filter(Asked::sent).filter(Asked::answered).toList();
        Counts all = Counts.of(asked);
        return new AskReport(
                all,
                groups(asked, one -> one.site().name()),
                byWording,
                comparisons,
                ForwardTree.of(used),
                new Proportion(
                        answers.stream()
                                .filter(one -> !one.answeredOver().equals(one.site()))
                                .count(),
                        answers.size()),
                detectable(all.answered(), asked.size(), Math.max(2, byWording.size())));
    }

    /**
     * The least difference in the share of answers between two of the wordings that so many people
     * can show.
     *
     * @param people 0 or more, shared out evenly among the wordings
     */
    public static double detectable(int people, int wordings) {
        return detectable(new Proportion(0, 0), people, wordings);
    }

    private static double detectable(Proportion answered, int people, int wordings) {
        double rate = answered.hits() == 0 ? USUAL_SHARE : answered.share();
        int perGroup = people / wordings;
        return perGroup == 0 || rate >= 1 ? 1 : Power.detectable(rate, perGroup);
    }

    private static List<Group> groups(Collection<Asked> asked, Function<Asked, String> by) {
        TreeMap<String, List<Asked>> groups = new TreeMap<>();
        for (String name : new TreeSet<>(asked.stream().map(by).toList())) {
            groups.put(name, asked.stream().filter(one -> by.apply(one).equals(name)).toList());
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((name, members) -> all.add(new Group(name, Counts.of(members))));
        return all;
    }
}
