package org.kithway.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kithway.identity.name.Seniority;
import org.kithway.need.Requirements.Kind;
import org.kithway.need.Requirements.Requirement;
import org.kithway.need.Requirements.Traits;

import java.util.Arrays;
import java.util.List;

/** Requirements, both sides' wishes, the help of contacts, and interests. */
class NeedTest {
    private static final Traits KNOWN =
            new Traits(
                    List.of("Test Engineer", "Engineer"),
                    List.of("Solar", "Solar Inverters", "C++"),
                    List.of("German"),
                    List.of("Berlin"));

    @Test
    void helpIsLikeliestAtThePeakAndFallsOnBothSides() {
        HelpCurve curve = HelpCurve.PRIOR;

        assertThat(curve.peak()).isCloseTo(10, within(1e-9));
        assertThat(curve.probability(0)).isCloseTo(0.02, within(1e-9));
        assertThat(curve.probability(10)).isCloseTo(0.2, within(1e-9));
        assertThat(curve.probability(3)).isBetween(0.02, 0.2);
        assertThat(curve.probability(500)).isLessThan(curve.probability(30));
    }

    @Test
    void whatOnlyOneSideWantsIsNotWanted() {
        assertThat(Reciprocity.both(1, 0)).isZero();
        assertThat(Reciprocity.both(0, 0)).isZero();
        assertThat(Reciprocity.both(0.5, 1)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(Reciprocity.both(0.9, 0.1)).isLessThan(Reciprocity.both(0.5, 0.5));
    }

    @Test
    void aStepUpIsMoreWelcomeThanOneDown() {
        assertThat(Reciprocity.step(Seniority.SENIOR, Seniority.LEAD)).isEqualTo(1);
        assertThat(Reciprocity.step(Seniority.SENIOR, Seniority.SENIOR)).isEqualTo(0.8);
        assertThat(Reciprocity.step(Seniority.EXECUTIVE, Seniority.JUNIOR)).isEqualTo(0.1);
        assertThat(Reciprocity.step(Seniority.UNKNOWN, Seniority.JUNIOR)).isEqualTo(0.7);
    }

    @Test
    void theLongestKnownPhrasesAreRequired() {
        Requirements read =
                Requirements.of(
                        "Senior test engineer\nfor solar inverters (C++), in Berlin. Young, dynamic.",
                        KNOWN);

        assertThat(read.seniority()).isEqualTo(Seniority.SENIOR);
        assertThat(read.all())
                .containsExactly(
                        new Requirement(Kind.TITLE, "test engineer"),
                        new Requirement(Kind.SKILL, "c++"),
                        new Requirement(Kind.SKILL, "solar inverters"),
                        new Requirement(Kind.PLACE, "berlin"));
    }

    @Test
    void whatIsMetAndWhatIsMissingMakeTheShare() {
        Requirements read = Requirements.of("Test engineer: solar inverters, German", KNOWN);

        Requirements.Match match =
                read.of(
                        new Traits(
                                List.of("Test engineer"), List.of(), List.of("german"), List.of()));

        assertThat(match.missing()).containsExactly(new Requirement(Kind.SKILL, "solar inverters"));
        assertThat(match.share()).isEqualTo(0.75);
    }

    @Test
    void nothingButWorkLanguageAndPlaceIsCompared() {
        assertThat(Arrays.stream(Traits.class.getRecordComponents()).map(c -> c.getName()))
                .containsExactly("titles", "skills", "languages", "places");
        assertThat(Requirements.of("young male, no children, under 35, Christian", KNOWN).all())
                .isEmpty();
    }

    @Test
    void whoWorksOrWorkedForTheSellerHasAnInterest() {
        assertThat(Interest.of("Heliotron inverters", "Heliotron GmbH", List.of(), "Baker"))
                .containsExactly(Interest.SELLER);
        assertThat(Interest.of("Heliotron inverters", "Acme", List.of("Heliotron GmbH"), "Baker"))
                .containsExactly(Interest.FORMER_SELLER);
        assertThat(Interest.of("inverters", "Acme", List.of("Acme"), "Head of Sales"))
                .containsExactly(Interest.SELLS);
        assertThat(Interest.of("inverters", "Acme", List.of("Acme"), "Engineer")).isEmpty();
    }
}
