package org.kithway.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;

/**
 * {@code synonym_graph} with rules in Solr's format: {@code synonyms} or {@code synonyms_path},
 * {@code expand}, {@code lenient}. The rules are read through the tokenizer and the filters that
 * stand before this one, so that they match the terms that arrive here.
 */
final class SynonymGraph extends AbstractTokenFilterFactory {
    private final List<String> rules;
    private final boolean expand;
    private final boolean lenient;

    SynonymGraph(Environment env, String name, Settings settings) {
        super(name);
        List<String> given = Analysis.getWordList(env, settings, "synonyms");
        if (given == null) {
            throw new IllegalArgumentException(
                    "Token filter [" + name + "] needs [synonyms] or [synonyms_path]");
        }
        this.rules = given;
        this.expand = settings.getAsBoolean("expand", true);
        this.lenient = settings.getAsBoolean("lenient", false);
    }

    @Override
    public TokenStream create(TokenStream in) {
        throw new IllegalStateException(
                "Token filter [" + name() + "] can be used in an analyzer only");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> previous,
            Function<String, TokenFilterFactory> all) {
        SynonymMap synonyms =
                parse(
                        new CustomAnalyzer(
                                tokenizer,
                                charFilters.toArray(CharFilterFactory[]::new),
                                previous.stream()
                                        .map(TokenFilterFactory::getSynonymFilter)
                                        .toArray(TokenFilterFactory[]::new)));
        return new AbstractTokenFilterFactory(name()) {
            @Override
            public TokenStream create(TokenStream in) {
                return synonyms.fst == null ? in : new SynonymGraphFilter(in, synonyms, false);
            }

            /** The rules of a second synonym filter are not rewritten by the first. */
            @Override
            public TokenFilterFactory getSynonymFilter() {
                return IDENTITY_FILTER;
            }
        };
    }

    private SynonymMap parse(Analyzer analyzer) {
        SolrSynonymParser parser = new SolrSynonymParser(true, expand, analyzer);
        try {
            for (String rule : rules) {
                try {
                    parser.parse(new StringReader(rule));
                } catch (ParseException e) {
                    if (!lenient) {
                        throw new IllegalArgumentException(
                                "Token filter [" + name() + "] cannot read [" + rule + "]", e);
                    }
                }
            }
            return parser.build();
        } catch (IOException e) {
            throw new IllegalArgumentException("Token filter [" + name() + "]", e);
        }
    }
}
