package org.kithway.strength;

import static org.kithway.model.TieEvidence.EPOCH;
import static org.kithway.model.TieEvidence.HALF_LIFE_DAYS;
import static org.kithway.model.TieEvidence.SKILLS_SHOWN;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up what facts say of two people, site by site. The same thing said by both sides counts
 * once, though their exports name the two by different accounts; the sum does not depend on the
 * order of the facts.
 */
public final class TieTally {
    private final SortedMap<Site, AtSite> sites = new TreeMap<>();
    private int monthsTogether;

    /**
     * Adds a fact about the two.
     *
     * @param forward whether the fact's subject is the first of the two
     */
    public void add(Fact fact, boolean forward) {
        AtSite at = sites.computeIfAbsent(site(fact), site -> new AtSite());
        Side side = forward ? at.out : at.in;
        switch (fact) {
            case Fact.Connected connected -> {
                at.confirmed = true;
                if (connected.since() != null
                        && (at.since == null || connected.since().compareTo(at.since) < 0)) {
                    at.since = connected.since();
                }
            }
            case Fact.Invited invited -> side.invited = true;
            case Fact.Follows follows -> side.follows = true;
            case Fact.Keeps keeps -> side.keeps = true;
            case Fact.Messaged m ->
                    side.messages.merge(
                            m.at() + "#" + m.ordinal(),
                            new Message(m.at(), m.participants()),
                            Message::moreDiluted);
            case Fact.Interacted i ->
                    side.interactions.merge(i.act() + "@" + i.at(), at(i.at()), TieTally::later);
            case Fact.Endorsed e -> side.skills.add(e.skill());
            case Fact.Recommended r -> side.recommendations.add(String.valueOf(r.at()));
            case Fact.Described d -> throw notBetweenTwo();
            case Fact.Position p -> throw notBetweenTwo();
            case Fact.Education e -> throw notBetweenTwo();
            case Fact.Skill s -> throw notBetweenTwo();
            case Fact.Interest i -> throw notBetweenTwo();
            case Fact.Published p -> throw notBetweenTwo();
            case Fact.SameAs s -> throw notBetweenTwo();
        }
    }

    /** That the two were at one organization or school for so many months; the longest counts. */
    public void together(int months) {
        monthsTogether = Math.max(monthsTogether, months);
    }

    /**
     * What was added so far.
     *
     * @throws IllegalArgumentException if that is nothing
     */
    public TieEvidence evidence() {
        List<TieEvidence.AtSite> bySite = new ArrayList<>();
        sites.forEach((site, at) ->
                bySite.add(
                        new TieEvidence.AtSite(
                                site,
                                at.confirmed,
                                at.since,
                                at.out.direction(),
                                at.in.direction())));
        return new TieEvidence(bySite, monthsTogether);
    }

    /** Where it was; members by themselves are nowhere, so that the other's account tells. */
    private static Site site(Fact fact) {
        Site site = fact.subject().site();
        var object = fact.object();
        return site.equals(Site.KITHWAY) && object != null ? object.site() : site;
    }

    private static IllegalArgumentException notBetweenTwo() {
        return new IllegalArgumentException("the fact is not about a tie");
    }

    private static Instant at(@Nullable Instant at) {
        return at == null ? Instant.MIN : at;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private record Message(Instant at, int participants) {
        Message moreDiluted(Message other) {
            return participants >= other.participants ? this : other;
        }

        double weight() {
            double days = Duration.between(EPOCH, at).toSeconds() / 86_400.0;
            return Math.pow(2, days / HALF_LIFE_DAYS) / (participants - 1);
        }
    }

    private static final class AtSite {
        private final Side out = new Side();
        private final Side in = new Side();
        private boolean confirmed;
        private @Nullable PartialDate since;
    }

    private static final class Side {
        private final SortedMap<String, Message> messages = new TreeMap<>();
        private final SortedMap<String, Instant> interactions = new TreeMap<>();
        private final SortedSet<String> skills = new TreeSet<>();
        private final SortedSet<String> recommendations = new TreeSet<>();
        private boolean invited;
        private boolean follows;
        private boolean keeps;

        TieEvidence.Direction direction() {
            double weight = 0;
            @Nullable Instant last = null;
            for (Message message : messages.values()) {
                weight += message.weight();
                last = last == null ? message.at() : later(last, message.at());
            }
            for (Instant at : interactions.values()) {
                if (!at.equals(Instant.MIN)) {
                    last = last == null ? at : later(last, at);
                }
            }
            return new TieEvidence.Direction(
                    messages.size(),
                    weight,
                    last,
                    interactions.size(),
                    skills.size(),
                    skills.stream().limit(SKILLS_SHOWN).toList(),
                    recommendations.size(),
                    invited,
                    follows,
                    keeps);
        }
    }
}
