package org.kithway.web;

import org.kithway.model.Site;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.AtSite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;

/** How somebody can be asked, by what each site lets its users do. */
final class Channels {
    private static final String SHIPPED = "channels.properties";

    /** What any site's users do where nothing is known of the site. */
    private static final String ELSEWHERE = "default";

    private final Properties words;

    private Channels(Properties words) {
        this.words = words;
    }

    static Channels shipped() {
        Properties words = new Properties();
        try (InputStream file = Channels.class.getResourceAsStream(SHIPPED)) {
            words.load(Objects.requireNonNull(file, SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Channels(words);
    }

    /**
     * The ways that are open between the two, the one used last first, then those between who are
     * connected.
     */
    List<String> of(TieEvidence evidence, Function<Site, String> title) {
        return evidence.bySite().stream()
                .filter(at -> !at.site().equals(Site.KITHWAY))
                .sorted(
                        Comparator.comparing(Channels::last)
                                .reversed()
                                .thenComparing(at -> !at.confirmed())
                                .thenComparing(AtSite::site))
                .map(at -> words(at, title))
                .distinct()
                .toList();
    }

    private String words(AtSite at, Function<Site, String> title) {
        String way = at.confirmed() || at.isTwoWay() ? "known" : "unknown";
        String form =
                words.getProperty(
                        at.site().name() + "." + way, words.getProperty(ELSEWHERE + "." + way, ""));
        return String.format(Locale.ROOT, form, title.apply(at.site()));
    }

    private static Instant last(AtSite at) {
        Instant out = Objects.requireNonNullElse(at.out().last(), Instant.MIN);
        Instant in = Objects.requireNonNullElse(at.in().last(), Instant.MIN);
        return out.isAfter(in) ? out : in;
    }
}
