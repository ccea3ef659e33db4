package org.kithway.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.IGNORE_KEYWORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * {@code word_delimiter_graph}: splits words such as {@code C++Builder2024} at changes of case,
 * punctuation and digits. All of its settings save {@code type_table}.
 */
final class WordDelimiterGraph extends AbstractTokenFilterFactory {

    private record Flag(String setting, int bit, boolean byDefault) {}

    private static final List<Flag> FLAGS =
            List.of(
                    new Flag("generate_word_parts", GENERATE_WORD_PARTS, true),
                    new Flag("generate_number_parts", GENERATE_NUMBER_PARTS, true),
                    new Flag("catenate_words", CATENATE_WORDS, false),
                    new Flag("catenate_numbers", CATENATE_NUMBERS, false),
                    new Flag("catenate_all", CATENATE_ALL, false),
                    new Flag("preserve_original", PRESERVE_ORIGINAL, false),
                    new Flag("split_on_case_change", SPLIT_ON_CASE_CHANGE, true),
                    new Flag("split_on_numerics", SPLIT_ON_NUMERICS, true),
                    new Flag("stem_english_possessive", STEM_ENGLISH_POSSESSIVE, true),
                    new Flag("ignore_keywords", IGNORE_KEYWORDS, false));

    private final int flags;
    private final boolean adjustOffsets;
    private final @Nullable CharArraySet protectedWords;

    WordDelimiterGraph(Environment env, String name, Settings settings) {
        super(name);
        this.flags =
                FLAGS.stream()
                        .filter(f -> settings.getAsBoolean(f.setting(), f.byDefault()))
                        .mapToInt(Flag::bit)
                        .reduce(0, (a, b) -> a | b);
        this.adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
        this.protectedWords =
                Analysis.parseWords(env, settings, "protected_words", null, Map.of(), false);
    }

    @Override
    public TokenStream create(TokenStream in) {
        return new WordDelimiterGraphFilter(
                in,
                adjustOffsets,
                WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE,
                flags,
                protectedWords);
    }

    @Override
    public TokenFilterFactory getSynonymFilter() {
        throw new IllegalArgumentException(
                "Token filter [" + name() + "] cannot stand before a synonym filter");
    }
}
