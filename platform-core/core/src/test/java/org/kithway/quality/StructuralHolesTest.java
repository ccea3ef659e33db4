package org.kithway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kithway.quality.StructuralHoles.Position;
import org.kithway.quality.StructuralHoles.Scope;
import org.kithway.quality.StructuralHoles.Strongest;

import java.util.Random;

final class StructuralHolesTest {
    private static final Offset<Double> PRINTED = within(5e-5);
    private static final StructuralHoles BURT =
            new StructuralHoles(Networks.ofLetters("A-B A-F A-G A-E E-G F-G B-G B-D D-G G-C"));

    private static Position position(int node) {
        return BURT.of(node, Scope.WHOLE_NETWORK);
    }

    @Test
    void a_broker_has_a_large_effective_size_and_little_constraint() {
        Position broker = position('G' - 'A');
        assertThat(broker.size()).isEqualTo(6);
        assertThat(broker.effectiveSize()).isCloseTo(4.6667, PRINTED);
        assertThat(broker.efficiency()).isCloseTo(4.6667 / 6, PRINTED);
        assertThat(broker.constraint()).isCloseTo(0.4003, PRINTED);
        assertThat(broker.hierarchy()).isCloseTo(0.0947, PRINTED);
    }

    @Test
    void the_scope_decides_what_a_contact_invests() {
        assertThat(position(0).effectiveSize()).isCloseTo(2.5, PRINTED);
        assertThat(position(0).constraint()).isCloseTo(0.5955, PRINTED);
        assertThat(BURT.of(0, Scope.EGO_NETWORK).constraint()).isCloseTo(0.6836, PRINTED);
        assertThat(position(1).effectiveSize()).isCloseTo(1.6667, PRINTED);
        assertThat(position(1).constraint()).isCloseTo(0.6427, PRINTED);
    }

    @Test
    void a_single_contact_constrains_fully() {
        assertThat(position('C' - 'A').effectiveSize()).isEqualTo(1);
        assertThat(position('C' - 'A').constraint()).isCloseTo(1, within(1e-12));
    }

    @Test
    void two_contacts_who_know_each_other_constrain_more_than_one() {
        StructuralHoles triangle = new StructuralHoles(Networks.ofLetters("A-B B-C C-A"));
        assertThat(triangle.of(0, Scope.WHOLE_NETWORK).constraint())
                .isCloseTo(1.125, within(1e-12));
    }

    @Test
    void the_centre_of_a_star_is_constrained_by_one_over_its_contacts() {
        Position centre =
                new StructuralHoles(Networks.ofLetters("A-B A-C A-D A-E"))
                        .of(0, Scope.WHOLE_NETWORK);
        assertThat(centre.effectiveSize()).isEqualTo(4);
        assertThat(centre.constraint()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void the_middle_of_a_bow_tie_connects_two_pairs() {
        Position middle =
                new StructuralHoles(Networks.ofLetters("A-B A-C B-C A-D A-E D-E"))
                        .of(0, Scope.WHOLE_NETWORK);
        assertThat(middle.effectiveSize()).isCloseTo(3, within(1e-12));
        assertThat(middle.constraint()).isCloseTo(0.5625, within(1e-12));
    }

    @Test
    void weights_and_directions_count() {
        Network weighted =
                Network.directed(3).add(0, 1, 2).add(0, 2, 2).add(1, 0).add(2, 1).build();
        StructuralHoles holes = new StructuralHoles(weighted);
        assertThat(holes.of(0, Scope.WHOLE_NETWORK).constraint()).isCloseTo(0.84, within(1e-3));
        assertThat(holes.of(1, Scope.WHOLE_NETWORK).constraint()).isCloseTo(1.143, within(1e-3));
        assertThat(holes.effectiveSize(0, Strongest.CONTACTS)).isCloseTo(1.567, within(1e-3));
        assertThat(holes.effectiveSize(1, Strongest.CONTACTS)).isCloseTo(1.083, within(1e-3));
    }

    @Test
    void without_weights_the_effective_size_is_size_less_twice_the_ties_among_contacts() {
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Network network = Networks.random(false, 12, 30, random).unweighted();
            StructuralHoles holes = new StructuralHoles(network);
            Cohesion cohesion = new Cohesion(network);
            for (int node = 0; node < 12; node++) {
                double size = network.outDegree(node);
                if (size > 0) {
                    assertThat(holes.of(node, Scope.WHOLE_NETWORK).effectiveSize())
                            .isCloseTo(size - 2 * cohesion.triangles(node) / size, within(1e-9));
                }
            }
        }
    }

    @Test
    void all_at_once_are_as_one_by_one() {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            Network network = Networks.random(i % 2 == 0, 15, 45, random);
            StructuralHoles holes = new StructuralHoles(network);
            StructuralHoles.All all = holes.all();
            for (int node = 0; node < 15; node++) {
                Position one = holes.of(node, Scope.WHOLE_NETWORK);
                if (one.size() > 0) {
                    assertThat(all.effectiveSize()[node])
                            .isCloseTo(one.effectiveSize(), within(1e-9));
                    assertThat(all.constraint()[node]).isCloseTo(one.constraint(), within(1e-9));
                    assertThat(all.hierarchy()[node]).isCloseTo(one.hierarchy(), within(1e-9));
                } else {
                    assertThat(all.constraint()[node]).isNaN();
                }
            }
        }
    }

    @Test
    void who_knows_nobody_has_no_position() {
        Position nobody = new StructuralHoles(Network.mutual(1).build()).of(0, Scope.WHOLE_NETWORK);
        assertThat(nobody.size()).isZero();
        assertThat(nobody.constraint()).isNaN();
    }
}
