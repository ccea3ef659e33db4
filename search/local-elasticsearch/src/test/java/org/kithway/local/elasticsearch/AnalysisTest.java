package org.kithway.local.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpResponse;
import java.util.List;

/** The analysis plugin, in the node that it is made for. */
class AnalysisTest {
    private static final String INDEX = "/analysis";
    private static final Requests REQUESTS = new Requests(TestElasticsearch.shared());

    @BeforeAll
    static void createIndex() throws Exception {
        REQUESTS.ok(
                "PUT",
                INDEX,
                """
                {
                  "settings": {
                    "number_of_replicas": 0,
                    "analysis": {
                      "filter": {
                        "fold_and_keep": {"type": "asciifolding", "preserve_original": true},
                        "edges": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4},
                        "possessive": {"type": "stemmer", "language": "possessive_english"},
                        "stop": {"type": "stop", "stopwords": "_english_"},
                        "same": {
                          "type": "synonym_graph",
                          "synonyms": ["ML, machine learning", "golang => go"]
                        }
                      },
                      "normalizer": {
                        "folded": {"type": "custom", "filter": ["lowercase", "asciifolding"]}
                      },
                      "analyzer": {
                        "text": {
                          "tokenizer": "standard",
                          "filter": [
                            "possessive", "lowercase", "stop", "asciifolding", "porter_stem"
                          ]
                        },
                        "with_synonyms": {
                          "tokenizer": "standard",
                          "filter": ["lowercase", "fold_and_keep", "porter_stem", "same"]
                        }
                      }
                    }
                  },
                  "mappings": {
                    "properties": {
                      "name": {"type": "keyword", "normalizer": "folded"},
                      "skill": {
                        "type": "text", "analyzer": "text", "search_analyzer": "with_synonyms"
                      }
                    }
                  }
                }
                """);
        REQUESTS.ok("PUT", INDEX + "/_doc/1", "{\"name\":\"Zoë\",\"skill\":\"Machine Learning\"}");
        REQUESTS.ok(
                "PUT",
                INDEX + "/_doc/2?refresh=true",
                "{\"name\":\"Zoe\",\"skill\":\"learning about machines\"}");
    }

    @Test
    void chainsFiltersInOrder() throws Exception {
        assertThat(analyzer("text", "The café's baristas")).containsExactly("cafe", "barista");
    }

    @Test
    void foldsWithinANormalizer() throws Exception {
        assertThat(REQUESTS.analyze(INDEX, "{\"normalizer\":\"folded\",\"text\":\"Zoë ÅSTRÖM\"}"))
                .containsExactly("zoe astrom");
        assertThat(search("{\"term\":{\"name\":\"ZOÉ\"}}")).contains("\"value\":2");
    }

    @Test
    void keepsTheUnfoldedWordIfAsked() throws Exception {
        assertThat(filter("fold_and_keep", "café")).containsExactlyInAnyOrder("cafe", "café");
    }

    @Test
    void cutsPrefixes() throws Exception {
        assertThat(filter("edges", "elastic")).containsExactly("el", "ela", "elas");
    }

    @Test
    void readsSynonymsThroughTheFiltersBeforeThem() throws Exception {
        assertThat(analyzer("with_synonyms", "Golang")).containsExactly("go");
        assertThat(analyzer("with_synonyms", "ML"))
                .containsExactlyInAnyOrder("ml", "machin", "learn");
    }

    @Test
    void searchesASynonymOfSeveralWordsAsAPhrase() throws Exception {
        assertThat(search("{\"match_phrase\":{\"skill\":\"ml\"}}"))
                .contains("\"value\":1")
                .contains("Zoë");
    }

    @Test
    void namesASynonymRuleThatCannotBeRead() throws Exception {
        HttpResponse<String> response =
                REQUESTS.send(
                        "PUT",
                        "/analysis-bad-rule",
                        """
                        {"settings": {"analysis": {
                          "filter": {"same": {"type": "synonym_graph", "synonyms": ["a => b => c"]}},
                          "analyzer": {"x": {"tokenizer": "standard", "filter": ["same"]}}
                        }}}
                        """);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("[a => b => c]");
    }

    @ParameterizedTest
    @CsvSource({
        "english, consulting, consult",
        "light_english, consultants, consultant",
        "porter2, consulting, consult",
        "possessive_english, Ada's, Ada",
        "german, häuser, haus",
        "light_german, häuser, haus",
        "french, ingénieurs, ingénieur",
        "light_french, ingénieurs, ingenieu",
        "spanish, trabajadores, trabaj",
        "light_spanish, trabajadores, trabajador",
        "italian, lavoratori, lavor",
        "light_italian, lavoratori, lavorator",
        "portuguese, trabalhadores, trabalh",
        "light_portuguese, trabalhadores, trabalhador",
        "dutch, werknemers, werknemer",
        "russian, инженерами, инженер",
        "light_russian, инженерами, инженер",
    })
    void stems(String language, String word, String stem) throws Exception {
        assertThat(
                        REQUESTS.analyze(
                                INDEX,
                                """
                                {
                                  "tokenizer": "keyword",
                                  "filter": [{"type": "stemmer", "language": "%s"}],
                                  "text": "%s"
                                }
                                """
                                        .formatted(language, word)))
                .containsExactly(stem);
    }

    @Test
    void saysWhichStemmersThereAre() throws Exception {
        HttpResponse<String> response =
                REQUESTS.send(
                        "POST",
                        "/_analyze",
                        """
                        {
                          "tokenizer": "standard",
                          "filter": [{"type": "stemmer", "language": "klingon"}],
                          "text": "x"
                        }
                        """);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("klingon").contains("light_german");
    }

    @ParameterizedTest
    @CsvSource({
        "english, the consultants, consult",
        "german, die Häuser, haus",
        "russian, и инженеры, инженер",
    })
    void knowsTheLanguagesOwnAnalyzers(String analyzer, String text, String term) throws Exception {
        assertThat(analyzer(analyzer, text)).containsExactly(term);
    }

    @Test
    void letsATermThroughOnce() throws Exception {
        assertThat(filter("unique", "java go java")).containsExactly("java", "go");
    }

    @Test
    void splitsCompoundNames() throws Exception {
        assertThat(filter("word_delimiter_graph", "PowerShell7"))
                .containsExactly("Power", "Shell", "7");
    }

    @Test
    void capturesGroups() throws Exception {
        assertThat(
                        REQUESTS.analyze(
                                INDEX,
                                """
                                {
                                  "tokenizer": "whitespace",
                                  "filter": [{
                                    "type": "pattern_capture",
                                    "preserve_original": true,
                                    "patterns": ["([^@]+)@"]
                                  }],
                                  "text": "ada@example.org"
                                }
                                """))
                .containsExactly("ada@example.org", "ada");
    }

    @ParameterizedTest
    @CsvSource({
        "kstem, consultants, consultant",
        "porter_stem, consultants, consult",
        "trim, ' go ', go"
    })
    void knowsFiltersWithoutSettings(String filter, String text, String term) throws Exception {
        assertThat(
                        REQUESTS.analyze(
                                INDEX,
                                "{\"tokenizer\":\"keyword\",\"filter\":[\"%s\"],\"text\":\"%s\"}"
                                        .formatted(filter, text)))
                .containsExactly(term);
    }

    private static List<String> analyzer(String analyzer, String text) throws Exception {
        return REQUESTS.analyze(
                INDEX, "{\"analyzer\":\"%s\",\"text\":\"%s\"}".formatted(analyzer, text));
    }

    private static List<String> filter(String filter, String text) throws Exception {
        return REQUESTS.analyze(
                INDEX,
                "{\"tokenizer\":\"standard\",\"filter\":[\"%s\"],\"text\":\"%s\"}"
                        .formatted(filter, text));
    }

    private static String search(String query) throws Exception {
        return REQUESTS.ok("POST", INDEX + "/_search", "{\"query\":" + query + "}");
    }
}
