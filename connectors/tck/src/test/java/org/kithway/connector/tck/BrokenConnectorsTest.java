package org.kithway.connector.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kithway.connector.Connector;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The contract catches a connector that breaks a rule, by that rule. */
class BrokenConnectorsTest {
    private interface Rule {
        void check(ConnectorContract contract) throws Exception;
    }

    private static Arguments broken(String what, Supplier<Connector> connector, Rule rule) {
        return Arguments.of(what, connector, rule);
    }

    static List<Arguments> broken() {
        return List.of(
                broken("1: descriptor", BrokenConnectors.NeverTheSame::new, c -> c.rule1()),
                broken("2: recognition", BrokenConnectors.TakesAll::new, c -> c.rule2()),
                broken("3: bytes", BrokenConnectors.ReadsAll::new, c -> c.rule3()),
                broken("3: entries", BrokenConnectors.OpensAll::new, c -> c.rule3()),
                broken("4: golden", BrokenConnectors.LosesDates::new, c -> c.rule4()),
                broken("5: repeatable", BrokenConnectors.Forgetful::new, c -> c.rule5()),
                broken("6: site", BrokenConnectors.Elsewhere::new, c -> c.rule6()),
                broken("6: ends", BrokenConnectors.Dangling::new, c -> c.rule6()),
                broken("7: order", BrokenConnectors.Backwards::new, c -> c.rule7()),
                broken("7: entry", BrokenConnectors.Nowhere::new, c -> c.rule7()),
                broken("8: exception", BrokenConnectors.Fragile::new, c -> c.rule8()),
                broken("9: quotes", BrokenConnectors.Talkative::new, c -> c.rule9()),
                broken("10: locale", BrokenConnectors.AtHome::new, c -> c.rule10()),
                broken("11: state", BrokenConnectors.Shared::new, c -> c.rule11()),
                broken("12: stream", BrokenConnectors.LeavesOpen::new, c -> c.rule12()),
                broken("12: twice", BrokenConnectors.ClosesOnce::new, c -> c.rule12()),
                broken("13: settings", BrokenConnectors.BadDefault::new, c -> c.rule13()),
                broken("15: restart", BrokenConnectors.GoesOn::new, c -> c.rule15()),
                broken("16: memory", BrokenConnectors.Hoards::new, c -> c.rule16()),
                broken("17: forbidden", BrokenConnectors.Gossips::new, c -> c.rule17()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaught(String what, Supplier<Connector> connector, Rule rule) {
        ConnectorContract contract = contract(connector);
        assertThatThrownBy(() -> rule.check(contract))
                .as(what)
                .isInstanceOfAny(
                        AssertionError.class, IllegalArgumentException.class, IOException.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isCaughtByItsOwnRuleBecauseTheRightOneKeepsIt(
            String what, Supplier<Connector> connector, Rule rule) throws Exception {
        rule.check(contract(PalsConnector::new));
    }

    private static ConnectorContract contract(Supplier<Connector> connector) {
        return new ConnectorContract() {
            @Override
            protected Connector connector() {
                return connector.get();
            }
        };
    }
}
