package org.kithway.web;

import org.kithway.experiment.AskReport;
import org.kithway.experiment.Cascade;
import org.kithway.statistics.Estimate;
import org.kithway.statistics.Proportion;

import java.util.List;

/**
 * What came of an ask.
 *
 * @param bridges of the answers, those that came over another site than the ask had gone
 * @param detectable the least difference between two wordings' shares of answers that so many can
 *     show
 */
record AskReportView(
        CountsView all,
        List<GroupView> bySite,
        List<GroupView> byWording,
        List<ComparisonView> comparisons,
        TreeView tree,
        ShareView bridges,
        double detectable) {
    /**
     * @param low and {@code high} the 95 % interval
     */
    record ShareView(long count, long of, double share, double low, double high) {
        static ShareView of(Proportion proportion) {
            Estimate wilson = proportion.wilson();
            return new ShareView(
                    proportion.hits(),
                    proportion.of(),
                    wilson.value(),
                    wilson.low(),
                    wilson.high());
        }
    }

    record CountsView(
            long asked,
            ShareView answered,
            ShareView declined,
            ShareView forwarded,
            ShareView useful,
            ShareView silent) {
        static CountsView of(AskReport.Counts counts) {
            return new CountsView(
                    counts.answered().of(),
                    ShareView.of(counts.answered()),
                    ShareView.of(counts.declined()),
                    ShareView.of(counts.forwarded()),
                    ShareView.of(counts.useful()),
                    ShareView.of(counts.silent()));
        }
    }

    record GroupView(String name, CountsView counts) {
        static GroupView of(AskReport.Group group) {
            return new GroupView(group.name(), CountsView.of(group.counts()));
        }
    }

    /**
     * @param difference of the shares of answers, the one's minus the other's, with its 95 %
     *     interval
     * @param byChance how often so great a difference comes by chance alone
     * @param betterWithChance how likely the one is truly answered more often than the other
     */
    record ComparisonView(
            String one,
            String other,
            double difference,
            double low,
            double high,
            double byChance,
            double betterWithChance) {
        static ComparisonView of(AskReport.Comparison comparison) {
            Estimate difference = comparison.answered().newcombe();
            return new ComparisonView(
                    comparison.one(),
                    comparison.other(),
                    difference.value(),
                    difference.low(),
                    difference.high(),
                    comparison.answered().fisher(),
                    comparison.answered().first().chanceToExceed(comparison.answered().second()));
        }
    }

    /**
     * @param breadth how many have it at each step from the first readers
     * @param gaps how many must have passed it on of whom nothing else is known
     * @param reproduction how many new readers each reader led to
     * @param expected how many readers so many first ones lead to in the end, and the standard
     *     deviation of that
     */
    record TreeView(
            List<Integer> breadth,
            int gaps,
            int depth,
            double reproduction,
            double expected,
            double deviation) {}

    static AskReportView of(AskReport report) {
        int seeds = report.tree().breadth().isEmpty() ? 0 : report.tree().breadth().getFirst();
        Cascade cascade = new Cascade(seeds, report.tree().reproduction());
        return new AskReportView(
                CountsView.of(report.all()),
                report.bySite().stream().map(GroupView::of).toList(),
                report.byWording().stream().map(GroupView::of).toList(),
                report.comparisons().stream().map(ComparisonView::of).toList(),
                new TreeView(
                        report.tree().breadth(),
                        report.tree().gaps().size(),
                        report.tree().depth(),
                        report.tree().reproduction(),
                        cascade.expectedReaders(),
                        cascade.deviation()),
                ShareView.of(report.bridges()),
                report.detectable());
    }
}
