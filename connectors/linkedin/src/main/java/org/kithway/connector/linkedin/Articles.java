package org.kithway.connector.linkedin;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Articles that the owner published, each a page of its own in the folder {@code Articles}. */
final class Articles {
    static final String LABEL = "articles";

    /** More text than a fact carries, with room for markup and pictures that stand within. */
    private static final int MOST_BYTES = 4 << 20;

    private static final Pattern PATH =
            Pattern.compile("(?:.*/)?articles/[^/]+\\.html?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?: \\d{2}:\\d{2})?");

    private Articles() {}

    static boolean isArticle(String entry) {
        return PATH.matcher(entry).matches();
    }

    static Reading read(Export export, String entry) throws IOException {
        Place place = new Place(entry, 1);
        byte[] page;
        try (InputStream in = export.open(entry)) {
            page = in.readNBytes(MOST_BYTES);
        } catch (ExportException e) {
            return new Reading.Rejection(Place.of(entry), LinkedInReader.unreadable(e), true);
        }
        Document document = Jsoup.parse(new ByteArrayInputStream(page), null, "");
        document.select("script, style").remove();
        String published = document.select("p.published").text();
        if (published.isEmpty() && !document.select("p.created").isEmpty()) {
            return new Reading.Withheld(place, "draft");
        }
        Element link = document.selectFirst("h1 a[href]");
        String url = link == null ? null : link.attr("href");
        document.select("p.created, p.published").remove();
        document.select("h1, h2, h3, p, li, br, div").before("\n");
        String text = document.body().wholeText().replaceAll("\\s*\\n\\s*", "\n").strip();
        if (text.isEmpty()) {
            return new Reading.Withheld(place, "no text");
        }
        Matcher day = DAY.matcher(published.toLowerCase(Locale.ROOT));
        return new Reading.Statement(
                place,
                List.of(
                        new Fact.Published(
                                AccountId.OWNER,
                                Fact.Form.ARTICLE,
                                text,
                                url,
                                day.find() ? Dates.instant(day.group()) : null)));
    }
}
