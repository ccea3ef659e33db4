package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

final class PortraitTest {
    private static final Site WORK = new Site("work");
    private static final Site FUN = new Site("fun");
    private static final PersonId ANA = new PersonId("per_ana");
    private static final PersonId BEN = new PersonId("per_ben");

    private final List<Circle.Contact> contacts = new ArrayList<>();

    private PortraitTest contact(
            double chance, boolean told, Set<Site> sites, PersonId... keepers) {
        contacts.add(
                new Circle.Contact(
                        new PersonId("per_" + (char) ('p' + contacts.size())),
                        chance,
                        true,
                        told,
                        10,
                        contacts.size(),
                        3,
                        new TreeSet<>(sites),
                        List.of(keepers)));
        return this;
    }

    private Circle circle(Circle.Pair... among) {
        return new Circle(contacts, List.of(among), List.of(), List.of(), 0, 0);
    }

    @Test
    void contacts_who_know_no_other_are_local_bridges_and_the_others_a_core() {
        for (int i = 0; i < 5; i++) {
            contact(0.3, true, Set.of(WORK), ANA);
        }
        Portrait portrait =
                Portrait.of(
                        circle(
                                new Circle.Pair(0, 1),
                                new Circle.Pair(1, 2),
                                new Circle.Pair(0, 2)));
        assertThat(portrait.localBridges()).isEqualTo(2);
        assertThat(portrait.core()).isEqualTo(2);
        // Of ten pairs three know each other; each of the others has only the middle between.
        assertThat(portrait.between()).isCloseTo(0.7, within(1e-12));
        assertThat(portrait.betweenError()).isZero();
    }

    @Test
    void strengths_are_counted_in_five_bands() {
        for (double chance : new double[] {0.1, 0.2, 0.5, 0.79, 1}) {
            contact(chance, true, Set.of(WORK), ANA);
        }
        assertThat(Portrait.of(circle()).strengths()).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void balance_is_the_mean_of_what_both_give() {
        contact(0.5, true, Set.of(WORK), ANA);
        contact(0.5, true, Set.of(WORK), ANA);
        // 0 to 3 and 1 to 3.
        assertThat(Portrait.of(circle()).balance()).isCloseTo((0 + 0.5) / 2, within(1e-12));
    }

    @Test
    void overlap_is_the_share_of_the_contacts_of_either() {
        contact(0.5, true, Set.of(WORK), ANA, BEN);
        contact(0.5, true, Set.of(WORK), ANA);
        contact(0.5, true, Set.of(WORK), ANA);
        contact(0.5, true, Set.of(WORK), BEN);
        Portrait portrait = Portrait.of(circle());
        assertThat(portrait.overlap()).containsExactly(new SharedContacts(ANA, BEN, 1, 0.25));
        assertThat(portrait.keepers()).isEqualTo(Map.of(ANA, 2, BEN, 1));
        assertThat(portrait.singleKeeper()).isEqualTo(0.75);
    }

    @Test
    void sites_are_joined_by_contacts_of_both_and_by_ties_between_those_of_one() {
        contact(0.5, true, Set.of(WORK), ANA);
        contact(0.5, true, Set.of(FUN), ANA);
        contact(0.5, true, Set.of(WORK, FUN), ANA);
        Portrait portrait = Portrait.of(circle(new Circle.Pair(0, 1), new Circle.Pair(0, 2)));
        assertThat(portrait.siteBridges())
                .containsExactly(new SiteBridge(FUN, WORK, 1, 1.0 / 3, 1));
    }

    @Test
    void the_upload_that_decides_most_pairs_comes_first() {
        contact(0.5, false, Set.of(WORK), ANA);
        contact(0.5, false, Set.of(WORK, FUN), ANA);
        contact(0.5, false, Set.of(FUN), ANA);
        contact(0.5, true, Set.of(FUN), ANA);
        List<Uploads.Candidate> uploads = Portrait.of(circle()).uploads();
        assertThat(uploads)
                .extracting(each -> each.person().value(), Uploads.Candidate::pairs)
                .containsExactly(tuple("per_q", 2L), tuple("per_p", 1L), tuple("per_r", 1L));
        assertThat(uploads.getFirst().narrows()).isCloseTo(2 * 0.25 * 2 / 4, within(1e-12));
    }

    @Test
    void an_upload_narrows_the_interval_by_what_it_is_said_to() {
        for (int i = 0; i < 6; i++) {
            contact(0.5, false, Set.of(WORK), ANA);
        }
        Portrait before = Portrait.of(circle());
        double narrows = before.uploads().getFirst().narrows();
        contacts.set(0, told(contacts.getFirst()));
        Portrait after = Portrait.of(circle());
        assertThat(width(before) - width(after)).isCloseTo(narrows, within(1e-12));
    }

    private static double width(Portrait portrait) {
        return portrait.effectiveSize().high() - portrait.effectiveSize().low();
    }

    private static Circle.Contact told(Circle.Contact c) {
        return new Circle.Contact(
                c.person(),
                c.chance(),
                c.mutual(),
                true,
                c.quietDays(),
                c.sent(),
                c.received(),
                c.sites(),
                c.keepers());
    }

    @Test
    void the_use_of_networks_is_told_by_activity_direction_and_response() {
        assertThat(usage(9, 0, 0, 0, 0, 0, 0).type()).isEqualTo(Usage.Type.COLLECTOR);
        assertThat(usage(9, 5, 5, 5, 20, 20, 0).type()).isEqualTo(Usage.Type.DORMANT);
        assertThat(usage(9, 2, 2, 2, 20, 20, 2).type()).isEqualTo(Usage.Type.KEEPER);
        assertThat(usage(9, 9, 5, 5, 40, 20, 2).type()).isEqualTo(Usage.Type.SENDER);
        assertThat(usage(9, 5, 9, 5, 20, 40, 2).type()).isEqualTo(Usage.Type.SOUGHT);
        Usage talks = usage(8, 6, 6, 3, 30, 20, 4);
        assertThat(talks.type()).isEqualTo(Usage.Type.CONVERSATIONALIST);
        assertThat(talks.response()).isEqualTo(0.5);
        assertThat(talks.activity()).isEqualTo(0.5);
        assertThat(talks.direction()).isCloseTo(0.2, within(1e-12));
    }

    private static Usage usage(
            int contacts, int to, int from, int both, long sent, long received, int recent) {
        return new Usage(ANA, contacts, to, from, both, sent, received, recent);
    }

    @Test
    void nobody_has_a_portrait_of_nothing() {
        Portrait portrait = Portrait.of(Circle.EMPTY);
        assertThat(portrait.size()).isZero();
        assertThat(portrait.uploads()).isEmpty();
        assertThat(portrait.balance()).isNaN();
    }
}
