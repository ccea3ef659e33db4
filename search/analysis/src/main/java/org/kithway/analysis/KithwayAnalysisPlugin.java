package org.kithway.analysis;

import static java.util.Map.entry;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pattern.PatternCaptureGroupTokenFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Registers Lucene's tokenizers, token filters and analyzers under the names and settings that
 * Elasticsearch documents for them, so that the same index settings are good for a node with and
 * without Elasticsearch's own analysis module. A node that has that module must not be given this
 * plugin: the names would be registered twice.
 */
public final class KithwayAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        Map<String, AnalysisProvider<TokenFilterFactory>> filters = new HashMap<>();
        filters.put(
                "asciifolding", (index, env, name, settings) -> new AsciiFolding(name, settings));
        filters.put("edge_ngram", (index, env, name, settings) -> new EdgeNgram(name, settings));
        filters.put("flatten_graph", filter((settings, in) -> new FlattenGraphFilter(in)));
        filters.put("kstem", filter((settings, in) -> new KStemFilter(in)));
        filters.put(
                "pattern_capture",
                AnalysisPlugin.requiresAnalysisSettings(
                        filter(KithwayAnalysisPlugin::patternCapture)));
        filters.put("porter_stem", filter((settings, in) -> new PorterStemFilter(in)));
        filters.put("stemmer", (index, env, name, settings) -> new Stemmer(name, settings));
        filters.put(
                "synonym_graph",
                AnalysisPlugin.requiresAnalysisSettings(
                        (index, env, name, settings) -> new SynonymGraph(env, name, settings)));
        filters.put("trim", filter((settings, in) -> new TrimFilter(in)));
        filters.put("unique", filter(KithwayAnalysisPlugin::unique));
        filters.put(
                "word_delimiter_graph",
                (index, env, name, settings) -> new WordDelimiterGraph(env, name, settings));
        return filters;
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
                "keyword", tokenizer(KeywordTokenizer::new),
                "whitespace", tokenizer(WhitespaceTokenizer::new));
    }

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.ofEntries(
                entry("dutch", analyzer(DutchAnalyzer.getDefaultStopSet(), DutchAnalyzer::new)),
                entry(
                        "english",
                        analyzer(EnglishAnalyzer.getDefaultStopSet(), EnglishAnalyzer::new)),
                entry("french", analyzer(FrenchAnalyzer.getDefaultStopSet(), FrenchAnalyzer::new)),
                entry("german", analyzer(GermanAnalyzer.getDefaultStopSet(), GermanAnalyzer::new)),
                entry(
                        "italian",
                        analyzer(ItalianAnalyzer.getDefaultStopSet(), ItalianAnalyzer::new)),
                entry(
                        "portuguese",
                        analyzer(PortugueseAnalyzer.getDefaultStopSet(), PortugueseAnalyzer::new)),
                entry(
                        "russian",
                        analyzer(RussianAnalyzer.getDefaultStopSet(), RussianAnalyzer::new)),
                entry(
                        "spanish",
                        analyzer(SpanishAnalyzer.getDefaultStopSet(), SpanishAnalyzer::new)));
    }

    private static TokenStream unique(Settings settings, TokenStream in) {
        return settings.getAsBoolean("only_on_same_position", false)
                ? new RemoveDuplicatesTokenFilter(in)
                : new FirstOccurrenceFilter(in);
    }

    private static TokenStream patternCapture(Settings settings, TokenStream in) {
        Pattern[] patterns =
                settings.getAsList("patterns").stream()
                        .map(Pattern::compile)
                        .toArray(Pattern[]::new);
        return new PatternCaptureGroupTokenFilter(
                in, settings.getAsBoolean("preserve_original", true), patterns);
    }

    private static AnalysisProvider<TokenFilterFactory> filter(
            BiFunction<Settings, TokenStream, TokenStream> filter) {
        return (index, env, name, settings) ->
                new AbstractTokenFilterFactory(name) {
                    @Override
                    public TokenStream create(TokenStream in) {
                        return filter.apply(settings, in);
                    }
                };
    }

    private static AnalysisProvider<TokenizerFactory> tokenizer(Supplier<Tokenizer> tokenizer) {
        return (index, env, name, settings) -> TokenizerFactory.newFactory(name, tokenizer);
    }

    private static AnalysisProvider<AnalyzerProvider<? extends Analyzer>> analyzer(
            CharArraySet defaultStopWords,
            BiFunction<CharArraySet, CharArraySet, Analyzer> analyzer) {
        return (index, env, name, settings) -> {
            Analyzer configured =
                    analyzer.apply(
                            Analysis.parseStopWords(env, settings, defaultStopWords),
                            Analysis.parseStemExclusion(settings, CharArraySet.EMPTY_SET));
            return new AbstractIndexAnalyzerProvider<>(name) {
                @Override
                public Analyzer get() {
                    return configured;
                }
            };
        };
    }
}
