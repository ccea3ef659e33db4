package org.kithway.web;

import static org.kithway.web.QualityWords.count;
import static org.kithway.web.QualityWords.exact;
import static org.kithway.web.QualityWords.percent;

import org.kithway.quality.Brokerage;
import org.kithway.quality.Diversity;
import org.kithway.quality.Portrait;
import org.kithway.quality.Usage;
import org.kithway.web.QualityWords.Quality;

import java.util.List;
import java.util.Locale;

/** In words: between whom somebody stands, and how networks are used. */
final class PositionWords {
    private PositionWords() {}

    static void add(List<Quality> qualities, Portrait portrait) {
        qualities.add(
                new Quality(
                        "betweenness",
                        portrait.between(),
                        Math.max(0, portrait.between() - portrait.betweenError()),
                        Math.min(1, portrait.between() + portrait.betweenError()),
                        "Of the pairs of contacts, %s meet by you: that much of their shortest ways leads through the middle."
                                .formatted(percent(portrait.between())),
                        null));
        qualities.add(
                exact(
                        "core",
                        portrait.core(),
                        "The closest group among the contacts: each there knows %d others of it, as far as is known."
                                .formatted(portrait.core()),
                        null));
        qualities.add(
                exact(
                        "localBridges",
                        portrait.localBridges(),
                        count(portrait.localBridges(), "contact knows", "contacts know")
                                + " no other of them, as far as is known: ways into other circles.",
                        null));
    }

    static void add(List<Quality> qualities, Brokerage roles, int grouped) {
        if (grouped > 0) {
            qualities.add(
                    exact(
                            "brokerage",
                            roles.total(),
                            "Between contacts who do not know each other: %,d pairs within the own organization, %,d within another, %,d from outside into it or out of it, %,d between two others; of %s the organization is known."
                                    .formatted(
                                            roles.coordinator() / 2,
                                            roles.itinerant() / 2,
                                            (roles.gatekeeper() + roles.representative()) / 2,
                                            roles.liaison() / 2,
                                            count(grouped, "contact", "contacts")),
                            null));
        }
    }

    static Quality diversity(String of, Diversity diversity, int told) {
        return exact(
                of + "Diversity",
                diversity.effective(),
                "As diverse as %s equally frequent kinds of %s; two drawn at random differ with %s (%s told)."
                        .formatted(
                                QualityWords.number(diversity.effective()),
                                of,
                                percent(diversity.blau()),
                                count(told, "contact", "contacts")),
                null);
    }

    /** What a type of use means. */
    static String words(Usage.Type type) {
        return switch (type) {
            case COLLECTOR -> "keeps contacts; no traffic is known";
            case DORMANT -> "had traffic, but none within a year";
            case KEEPER -> "writes with few, and keeps most contacts for later";
            case SENDER -> "writes much more than comes back";
            case SOUGHT -> "is written to much more than writing";
            case CONVERSATIONALIST -> "writes and is answered about equally";
        };
    }

    static String label(Usage.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
