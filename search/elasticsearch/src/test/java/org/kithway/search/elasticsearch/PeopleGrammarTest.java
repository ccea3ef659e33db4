package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What each part of the query grammar finds among a few people. */
class PeopleGrammarTest {
    private static final TestStore STORE = new TestStore("t-grammar");

    @BeforeAll
    static void fill() {
        STORE.put(
                TestPerson.of("jose", "José Müller", "Pepe Müller")
                        .headline("Senior Software Engineer")
                        .organizations("Blue Kettle GmbH", "Harbor & Sons")
                        .titles("Software Engineer")
                        .skills("C++", "Machine Learning")
                        .places("Berlin")
                        .years(2015, 2019)
                        .accounts("linkedin:jose", "email:jose@example.org")
                        .knownBy(TestStore.ANNA)
                        .document(),
                TestPerson.of("ann", "Ann Marie Lee")
                        .headline("Engineering manager, node.js and .NET")
                        .organizations("Kettle Works")
                        .titles("Engineering Manager")
                        .skills("C#", "Node.js", ".NET")
                        .places("Portland, OR")
                        .schools("Blue Lake College")
                        .languages("German")
                        .years(2021)
                        .accounts("linkedin:ann")
                        .knownBy(TestStore.BELA)
                        .document(),
                TestPerson.of("li", "李 小龍", "Li Xiaolong")
                        .headline("東京大学 data scientist, learning machines")
                        .organizations("Harbor and Sons")
                        .skills("C", "R", "R&D")
                        .industries("Shipping")
                        .interests("Chess")
                        .years(2015)
                        .accounts("facebook~Li Xiaolong")
                        .document());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                // words
                "engineer|jose",
                "engineers|jose",
                "kettle|ann,jose",
                "kettle berlin|jose",
                "kettle AND berlin|jose",
                "berlin OR chess|jose,li",
                "kettle -berlin|ann",
                "NOT kettle|li",
                "kettle (berlin OR portland)|ann,jose",
                "nobody|",
                // names: without diacritics, any case, any of them, by their beginnings
                "jose|jose",
                "JOSÉ muller|jose",
                "pepe|jose",
                "xiao|li",
                "小龍|li",
                "mar|ann",
                "arie|",
                // phrases
                "\"blue kettle\"|jose",
                "\"kettle blue\"|",
                "\"machine learning\"|jose",
                "machine learning|jose,li",
                "\"東京\"|li",
                // fields
                "company:kettle|ann,jose",
                "company:\"blue kettle\"|jose",
                "school:blue|ann",
                "name:lee|ann",
                "name:le|ann",
                "name:kettle|",
                "headline:manager|ann",
                "title:engineer|jose",
                "skill:learning|jose",
                "place:berlin|jose",
                "industry:shipping|li",
                "language:german|ann",
                "interest:chess|li",
                "site:linkedin|ann,jose",
                "site:LinkedIn -name:ann|jose",
                "knownby:mem_bela|ann",
                "since:2015|jose,li",
                "since:2016..2020|jose",
                "since:>2019|ann",
                "since:..2018|jose,li",
                "since:<2015|",
                // words that live by their signs
                "C++|jose",
                "c#|ann",
                "skill:C|li",
                "skill:c++|jose",
                "R|li",
                ".net|ann",
                "node.js|ann",
                "R&D|li",
                "\"C++\"|jose",
                // nothing is a wildcard or a command
                "ber*|",
                "berli?|",
                "/ber.*/|",
                "*|ann,jose,li",
            })
    void finds(String query, String expected) {
        assertThat(STORE.search(query).people().stream().map(p -> p.id().value().substring(4)))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @Test
    void aWholeNameOutranksItsBeginning() {
        TestStore store = new TestStore("t-names");
        store.put(
                TestPerson.of("1", "Martina Abel").document(),
                TestPerson.of("2", "Marta Zorn").document(),
                TestPerson.of("3", "Mart Young").document());

        assertThat(store.found("mart")).startsWith("Mart Young").hasSize(3);
    }

    @Test
    void aNameOutranksAHeadlineAndAHeadlineOutranksAnInterest() {
        TestStore store = new TestStore("t-ranks");
        store.put(
                TestPerson.of("1", "Ann One").interests("Baker").document(),
                TestPerson.of("2", "Ann Two").headline("Baker").document(),
                TestPerson.of("3", "Ann Baker").document());

        assertThat(store.found("baker")).isEqualTo(List.of("Ann Baker", "Ann Two", "Ann One"));
    }
}
