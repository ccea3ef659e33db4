package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.BELA;

import org.junit.jupiter.api.Test;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.search.Change;
import org.kithway.search.StatementDocument;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

class StatementsTest {
    private static final AccountId A = AccountId.parse("linkedin:a");
    private static final AccountId B = AccountId.parse("linkedin:b");
    private static final ImportId ONE = new ImportId("imp_1");
    private static final ImportId TWO = new ImportId("imp_2");

    @Test
    void statementsComeBackAsWritten() {
        TestStore store = new TestStore("t-statements");
        List<StatementDocument> all =
                List.of(
                        statement("1", Layer.ORGANIZATION, ONE, new Fact.Skill(A, "Baking")),
                        statement(
                                "2",
                                Layer.ORGANIZATION,
                                ONE,
                                new Fact.Connected(A, B, PartialDate.of(2019))),
                        statement(
                                "3",
                                Layer.ORGANIZATION,
                                TWO,
                                new Fact.Messaged(
                                        B, A, Instant.parse("2024-06-18T11:59:53Z"), 2, 0)));
        put(store, all);

        assertThat(store.statements.about(store.viewer(BELA), Set.of(A), null, 10)).isEqualTo(all);
        assertThat(
                        store.statements.about(
                                store.viewer(BELA), Set.of(B), Map.of(ONE, Set.of("skills")), 10))
                .isEqualTo(all.subList(1, 2));
        assertThat(
                        store.statements.about(
                                store.viewer(BELA), Set.of(B), Map.of(ONE, Set.of("other")), 10))
                .isEmpty();
        assertThat(store.statements.about(store.viewer(BELA), Set.of(B), Map.of(), 10)).isEmpty();
        assertThat(store.statements.about(store.viewer(BELA), Set.of(A), null, 2)).hasSize(2);
    }

    @Test
    void aPrivateStatementIsItsMembersAlone() {
        TestStore store = new TestStore("t-statements-private");
        put(store, List.of(statement("1", Layer.of(ANNA), ONE, new Fact.Skill(A, "Baking"))));

        assertThat(store.statements.about(store.viewer(ANNA), Set.of(A), null, 10)).hasSize(1);
        assertThat(store.statements.about(store.viewer(BELA), Set.of(A), null, 10)).isEmpty();
    }

    @Test
    void theKeysOfAnImportComeOnceEachHoweverMany() {
        TestStore store = new TestStore("t-statements-keys");
        List<StatementDocument> all =
                IntStream.range(0, 25_000)
                        .mapToObj(i ->
                                statement(
                                        "%06d".formatted(i),
                                        i % 2 == 0 ? Layer.ORGANIZATION : Layer.of(ANNA),
                                        i % 5 == 0 ? TWO : ONE,
                                        new Fact.Skill(A, "Skill " + i)))
                        .toList();
        put(store, all);
        store.write(new Change.RemoveStatement("000001"));

        List<String> keys = new ArrayList<>();
        store.statements.keys(store.generation, ONE, keys::add);

        assertThat(keys)
                .isEqualTo(
                        all.stream()
                                .filter(s -> s.imported().equals(ONE))
                                .map(StatementDocument::id)
                                .filter(id -> !id.equals("000001"))
                                .toList());
    }

    private static void put(TestStore store, List<StatementDocument> statements) {
        store.write(statements.stream().<Change>map(Change.PutStatement::new).toList());
    }

    private static StatementDocument statement(
            String id, Layer layer, ImportId imported, Fact fact) {
        AccountId object = fact.object();
        return new StatementDocument(
                id,
                layer,
                imported,
                "skills",
                new Place("Skills.csv", 3),
                object == null ? List.of(fact.subject()) : List.of(fact.subject(), object),
                fact);
    }
}
