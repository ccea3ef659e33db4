package org.kithway.search.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kithway.search.elasticsearch.TestEvidence.dated;
import static org.kithway.search.elasticsearch.TestEvidence.evidence;
import static org.kithway.search.elasticsearch.TestStore.ANNA;
import static org.kithway.search.elasticsearch.TestStore.person;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.Place;
import org.kithway.model.Site;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.EvidenceSearch.Hit;

import java.util.List;

class EvidenceTest {
    private static final TestStore STORE = new TestStore("t-evidence");

    @BeforeAll
    static void fill() {
        STORE.put(
                evidence("learn", "1", "Machine learning for the harbor's cranes"),
                evidence("apart", "1", "A machine that is good for learning"),
                evidence("other", "1", "Learning to sail"),
                evidence("cpp", "1", "Writes C++, C# and F#."),
                evidence("c", "1", "Wrote drivers in C (and assembly)"),
                evidence("net", "1", "Knows .NET/Java"),
                evidence("umlaut", "1", "Führte Verhandlungen über Öl"),
                evidence("cjk", "1", "東京大学で学んだ"),
                evidence("plural", "1", "Databases"),
                evidence("long", "1", "Planning the winter roads of northern islands"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "machine learning|learn,apart",
                "Machines|learn,apart",
                "harbor|learn",
                "C++|cpp",
                "c#|cpp",
                "C|c",
                ".net|net",
                "java|net",
                "C++ writing|",
                "c++ writes|cpp",
                "verhandlungen uber ol|umlaut",
                "東京|cjk",
                "database|plural",
                "winter roads of southern islands|long",
                "winter skies|",
                "& !|",
                "*|",
                "text:harbor OR _exists_:text|",
            })
    void finds(String topic, String expected) {
        assertThat(ids(STORE.evidence.matching(STORE.viewer(ANNA), topic, 100)))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @Test
    void wordsSideBySideCountMore() {
        assertThat(ids(STORE.evidence.matching(STORE.viewer(ANNA), "machine learning", 100)))
                .containsExactly("learn", "apart");
    }

    @Test
    void theBestComeFirstWithScoresAboveZeroUpToTheLimit() {
        List<Hit> hits = STORE.evidence.matching(STORE.viewer(ANNA), "learning", 2);

        assertThat(hits).hasSize(2);
        assertThat(hits).extracting(Hit::score).allMatch(score -> score > 0);
        assertThat(hits.getFirst().score()).isGreaterThanOrEqualTo(hits.getLast().score());
    }

    @Test
    void aPersonsEvidenceComesNewestFirstAndUndatedLast() {
        STORE.put(
                dated("d1", "2", "said", "2019"),
                dated("d2", "2", "said", ""),
                dated("d3", "2", "said", "2021-03-04"),
                dated("d4", "2", "said", "2021-03"),
                dated("d5", "3", "said", "2022"));

        assertThat(STORE.evidence.of(STORE.viewer(ANNA), person("2"), 10))
                .extracting(EvidenceDocument::id)
                .containsExactly("d3", "d4", "d1", "d2");
        assertThat(STORE.evidence.of(STORE.viewer(ANNA), person("2"), 2)).hasSize(2);
    }

    @Test
    void evidenceComesBackAsItWasWritten() {
        EvidenceDocument whole =
                new EvidenceDocument(
                        "whole",
                        Layer.ORGANIZATION,
                        person("4"),
                        EvidenceDocument.Kind.RECOMMENDATION,
                        new Site("linkedin"),
                        null,
                        "Line\nand \"quotes\" \t😀",
                        AccountId.parse("linkedin:somebody"),
                        new ImportId("imp_2"),
                        new Place("a/b.csv", 0));
        STORE.put(whole);

        assertThat(STORE.evidence.of(STORE.viewer(ANNA), person("4"), 10)).containsExactly(whole);
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.evidence().id()).toList();
    }
}
