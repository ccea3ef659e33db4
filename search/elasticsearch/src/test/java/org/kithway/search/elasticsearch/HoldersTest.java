package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.BELA;
import static org.kithway.search.elasticsearch.TestStore.person;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.search.Change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** People are found by an account of theirs. */
class HoldersTest {
    private static final AccountId ANN = AccountId.parse("linkedin:in/ann");
    private static final AccountId ANN_MAIL = AccountId.parse("email:ann@example.org");
    private static final AccountId NINA = AccountId.parse("linkedin~mem_anna/Nina Baker");
    private static final AccountId NOBODY = AccountId.parse("linkedin:in/nobody");

    @Test
    void eachAccountLeadsToItsPersonAndToNobodyElse() {
        TestStore store = store("t-holders");

        assertThat(holders(store, BELA, ANN, ANN_MAIL, NOBODY))
                .isEqualTo(Map.of(ANN, person("1"), ANN_MAIL, person("1")));
        assertThat(holders(store, BELA)).isEmpty();
    }

    @Test
    void whatIsPrivateIsFoundByItsOwnMemberAlone() {
        TestStore store = store("t-holders-private");

        assertThat(holders(store, ANNA, NINA)).isEqualTo(Map.of(NINA, person("9")));
        assertThat(holders(store, BELA, NINA)).isEmpty();
    }

    private static TestStore store(String prefix) {
        TestStore store = new TestStore(prefix);
        store.write(
                new Change.PutPerson(
                        TestPerson.of("1", "Ann Baker")
                                .accounts(ANN.toString(), ANN_MAIL.toString())
                                .document()),
                new Change.PutPerson(
                        TestPerson.of("9", "Nina Baker")
                                .layer(Layer.of(ANNA))
                                .accounts(NINA.toString())
                                .document()),
                new Change.Override(ANNA, List.of(person("9"))));
        return store;
    }

    private static Map<AccountId, PersonId> holders(
            TestStore store, MemberId viewer, AccountId... accounts) {
        return store.people.holders(store.viewer(viewer), Set.of(accounts)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().id()));
    }
}
