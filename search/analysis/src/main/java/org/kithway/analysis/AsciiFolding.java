package org.kithway.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** {@code asciifolding}: {@code preserve_original}, also usable in a normalizer. */
final class AsciiFolding extends AbstractTokenFilterFactory
        implements NormalizingTokenFilterFactory {
    private final boolean preserveOriginal;

    AsciiFolding(String name, Settings settings) {
        super(name);
        this.preserveOriginal = settings.getAsBoolean("preserve_original", false);
    }

    @Override
    public TokenStream create(TokenStream in) {
        return new ASCIIFoldingFilter(in, preserveOriginal);
    }

    /** A normalizer must yield exactly one token. */
    @Override
    public TokenStream normalize(TokenStream in) {
        return new ASCIIFoldingFilter(in);
    }

    /** A synonym rule must not fork into a folded and an unfolded reading. */
    @Override
    public TokenFilterFactory getSynonymFilter() {
        return preserveOriginal ? new AsciiFolding(name(), Settings.EMPTY) : this;
    }
}
