package org.kithway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Ties in words. */
class ReasonsTest {
    private static final Site PALS = new Site("pals");
    private static final Site CHATS = new Site("chats");

    @Test
    void aConnectionIsDatedAsExactlyAsItIsKnown() {
        assertThat(reasons(connected(new PartialDate(2019, 3, 4))))
                .containsExactly("connected on PALS since March 2019");
        assertThat(reasons(connected(PartialDate.of(2019))))
                .containsExactly("connected on PALS since 2019");
        assertThat(reasons(connected(null))).containsExactly("connected on PALS");
    }

    @Test
    void messagesAreCountedWithTheirDirection() {
        Instant last = Instant.parse("2024-11-30T23:30:00Z");

        assertThat(reasons(tie(sent(10, last), sent(4, null))))
                .containsExactly("14 messages both ways, last in November 2024");
        assertThat(reasons(tie(sent(1, null), Direction.NONE)))
                .containsExactly("1 message to them, none back");
        assertThat(reasons(tie(Direction.NONE, sent(2, last))))
                .containsExactly("2 messages from them, none back, last in November 2024");
    }

    @Test
    void vouchingSaysWhoVouched() {
        Direction out = new Direction(0, 0, null, 0, 2, List.of("Kafka", "SQL"), 1, false, false);
        Direction in = new Direction(0, 0, null, 0, 7, List.of("Baking"), 0, false, true);

        assertThat(reasons(tie(out, in)))
                .containsExactly(
                        "wrote a recommendation for them",
                        "was endorsed by them for Baking and 6 more",
                        "endorsed them for Kafka, SQL",
                        "is followed by them");
    }

    @Test
    void invitationsCountOnlyWhileNothingCameOfThem() {
        Direction invited = new Direction(0, 0, null, 0, 0, List.of(), 0, true, false);

        assertThat(reasons(tie(invited, Direction.NONE)))
                .containsExactly("invited them to connect");
        assertThat(reasons(TieEvidence.at(PALS, true, null, invited, Direction.NONE)))
                .containsExactly("connected on PALS");
    }

    @Test
    void whoKeepsWhomInAnAddressBookIsSaid() {
        Direction keeps = new Direction(0, 0, null, 0, 0, List.of(), 0, false, false, true);

        assertThat(reasons(tie(keeps, Direction.NONE)))
                .containsExactly("keeps them in an address book");
        assertThat(reasons(tie(Direction.NONE, keeps)))
                .containsExactly("is kept by them in an address book");
        assertThat(reasons(tie(keeps, keeps)))
                .containsExactly("keep each other in their address books");
    }

    @Test
    void meetingOnSeveralSitesIsAReason() {
        assertThat(reasons(new TieEvidence(List.of(confirmedAt(CHATS), confirmedAt(PALS)), 0)))
                .containsExactly("connected on CHATS and PALS", "meet on 2 sites: CHATS, PALS");
    }

    private static TieEvidence.AtSite confirmedAt(Site site) {
        return new TieEvidence.AtSite(site, true, null, Direction.NONE, Direction.NONE);
    }

    private static TieEvidence connected(@Nullable PartialDate since) {
        return TieEvidence.at(PALS, true, since, Direction.NONE, Direction.NONE);
    }

    private static TieEvidence tie(Direction out, Direction in) {
        return TieEvidence.at(PALS, false, null, out, in);
    }

    private static Direction sent(int messages, @Nullable Instant last) {
        return new Direction(messages, messages, last, 0, 0, List.of(), 0, false, false);
    }

    private static List<String> reasons(TieEvidence evidence) {
        return Reasons.of(evidence, site -> site.name().toUpperCase(Locale.ROOT));
    }
}
