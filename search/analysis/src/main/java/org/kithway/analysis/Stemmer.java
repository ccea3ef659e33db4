package org.kithway.analysis;

import static java.util.Map.entry;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseMinimalStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.GermanStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** {@code stemmer}: the {@code language} (or {@code name}) says which; {@code porter} if none. */
final class Stemmer extends AbstractTokenFilterFactory {

    private static final Map<String, UnaryOperator<TokenStream>> LANGUAGES =
            Map.ofEntries(
                    entry("english", PorterStemFilter::new),
                    entry("porter", PorterStemFilter::new),
                    entry("porter2", in -> new SnowballFilter(in, new EnglishStemmer())),
                    entry("light_english", KStemFilter::new),
                    entry("minimal_english", EnglishMinimalStemFilter::new),
                    entry("possessive_english", EnglishPossessiveFilter::new),
                    entry("dutch", in -> new SnowballFilter(in, new DutchStemmer())),
                    entry("french", in -> new SnowballFilter(in, new FrenchStemmer())),
                    entry("light_french", FrenchLightStemFilter::new),
                    entry("minimal_french", FrenchMinimalStemFilter::new),
                    entry("german", in -> new SnowballFilter(in, new GermanStemmer())),
                    entry("light_german", GermanLightStemFilter::new),
                    entry("minimal_german", GermanMinimalStemFilter::new),
                    entry("italian", in -> new SnowballFilter(in, new ItalianStemmer())),
                    entry("light_italian", ItalianLightStemFilter::new),
                    entry("portuguese", in -> new SnowballFilter(in, new PortugueseStemmer())),
                    entry("light_portuguese", PortugueseLightStemFilter::new),
                    entry("minimal_portuguese", PortugueseMinimalStemFilter::new),
                    entry("russian", in -> new SnowballFilter(in, new RussianStemmer())),
                    entry("light_russian", RussianLightStemFilter::new),
                    entry("spanish", in -> new SnowballFilter(in, new SpanishStemmer())),
                    entry("light_spanish", SpanishLightStemFilter::new));

    private final UnaryOperator<TokenStream> stemmer;

    Stemmer(String name, Settings settings) {
        super(name);
        String language = settings.get("language", settings.get("name", "porter"));
        UnaryOperator<TokenStream> known = LANGUAGES.get(language);
        if (known == null) {
            throw new IllegalArgumentException(
                    "Token filter ["
                            + name
                            + "] asks for the stemmer ["
                            + language
                            + "], and there are "
                            + new TreeSet<>(LANGUAGES.keySet()));
        }
        this.stemmer = known;
    }

    @Override
    public TokenStream create(TokenStream in) {
        return stemmer.apply(in);
    }
}
