package org.kithway.connector.instagram;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.MarkupGuard;
import org.kithway.connector.Records;
import org.kithway.connector.WrittenTime;
import org.kithway.model.Place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The records of a page, in the shape that they have in JSON. Pages are read by the names of their
 * styles: a heading or a body begins a record.
 */
final class HtmlRecords implements Records {
    private static final String HEADING = "_a6-h";
    private static final String BODY = "_a6-p";
    private static final String FOOTER = "_a6-o";

    /** {@code Participants: Ann, Ben and Cem}, in whatever language. */
    private static final Pattern LISTED = Pattern.compile("[^:]{3,30}:\\s(.+)", Pattern.DOTALL);

    private static final Pattern BETWEEN =
            Pattern.compile(",\\s+|\\s+(?:and|og|und|et|y|e|en|i|och|ve)\\s+");
    private static final int LONGEST_LIST = 20_000;

    private final String entry;
    private final FileKind kind;
    private final ZoneId zone;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final Queue<Map<String, Object>> ready = new ArrayDeque<>();
    private final Map<String, Object> before = new HashMap<>();
    private final JsonRecord head;
    private @Nullable Map<String, Object> open;
    private long number;

    HtmlRecords(String entry, FileKind kind, InputStream in, ZoneId zone) {
        this.entry = entry;
        this.kind = kind;
        this.zone = zone;
        this.head = new JsonRecord(Place.of(entry), before);
        this.parser = new StreamParser(Parser.htmlParser());
        parser.parse(
                new MarkupGuard(
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))),
                "");
        this.elements = parser.iterator();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public JsonRecord head() {
        return head;
    }

    @Override
    public @Nullable JsonRecord next() throws IOException {
        try {
            while (ready.isEmpty() && elements.hasNext()) {
                Element element = elements.next();
                see(element);
                if (!isWithinText(element)) {
                    remove(element);
                }
            }
            if (ready.isEmpty()) {
                flush();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Map<String, Object> fields = ready.poll();
        return fields == null ? null : new JsonRecord(new Place(entry, ++number), fields);
    }

    private void see(Element element) {
        if (element.nameIs("title")) {
            before.put("title", element.text());
        } else if (element.hasClass(HEADING)) {
            heading(element.text());
        } else if (element.hasClass(FOOTER)) {
            footer(element.text());
        } else if (element.hasClass(BODY) && kind != FileKind.MESSAGES) {
            body(element);
        }
    }

    private void heading(String text) {
        flush();
        Matcher list = LISTED.matcher(text);
        if (kind == FileKind.MESSAGES && number == 0 && list.matches()) {
            if (list.group(1).length() < LONGEST_LIST && BETWEEN.matcher(list.group(1)).find()) {
                before.put(
                        "participants",
                        BETWEEN.splitAsStream(list.group(1))
                                .map(name -> (Object) Map.of("name", name.strip()))
                                .toList());
                return;
            }
        }
        open = new HashMap<>();
        open.put(kind == FileKind.MESSAGES ? "sender_name" : "title", text);
    }

    private void footer(String text) {
        Instant at = WrittenTime.read(text, zone);
        Map<String, Object> fields = open;
        if (fields != null && at != null) {
            fields.put(
                    kind == FileKind.MESSAGES ? "timestamp_ms" : "creation_timestamp",
                    kind == FileKind.MESSAGES
                            ? Long.toString(at.toEpochMilli())
                            : Long.toString(at.getEpochSecond()));
        }
        flush();
    }

    private void body(Element element) {
        Map<String, Object> fields = open == null ? new HashMap<>() : open;
        open = fields;
        Map<String, Object> labelled = new LinkedHashMap<>();
        for (Element row : element.getElementsByTag("tr")) {
            labelled(row, labelled);
        }
        if (!labelled.isEmpty()) {
            fields.put("string_map_data", labelled);
        }
        Map<String, Object> named = new HashMap<>();
        Element link = element.getElementsByAttribute("href").first();
        if (link != null) {
            named.put("href", link.attr("href"));
            named.put("value", link.text());
        }
        for (Element line : lines(element)) {
            Instant at = WrittenTime.read(line.text(), zone);
            if (at != null) {
                named.put("timestamp", Long.toString(at.getEpochSecond()));
                fields.put("creation_timestamp", Long.toString(at.getEpochSecond()));
            }
        }
        if (!named.isEmpty()) {
            fields.put("string_list_data", List.of(named));
        }
        if (kind != FileKind.POSTS) {
            flush();
        }
    }

    /** The innermost blocks. A selector would say so too, but keeps all that it ever looked at. */
    private static List<Element> lines(Element element) {
        return element.getElementsByTag("div").stream()
                .filter(block -> block.children().stream().noneMatch(e -> e.nameIs("div")))
                .toList();
    }

    /** A label and its value, in two cells or one below the other in one. */
    private void labelled(Element row, Map<String, Object> fields) {
        Element first = row.firstElementChild();
        if (first == null) {
            return;
        }
        Element second = first.nextElementSibling();
        String label = second == null ? first.ownText() : first.text();
        Element inner = second == null ? first.firstElementChild() : second;
        String value = inner == null ? "" : inner.text();
        Instant at = WrittenTime.read(value, zone);
        fields.put(
                label,
                at == null
                        ? Map.of("value", value)
                        : Map.of("timestamp", Long.toString(at.getEpochSecond())));
    }

    private void flush() {
        if (open != null) {
            ready.add(open);
            open = null;
        }
    }

    /** Takes what was read out of memory, and the line break before it. */
    private static void remove(Element element) {
        if (element.previousSibling() instanceof TextNode text && text.isBlank()) {
            text.remove();
        }
        element.remove();
    }

    /** Whether the element's text will be wanted when an element around it is complete. */
    private static boolean isWithinText(Element element) {
        Element around = element.parent();
        for (int i = 0; around != null && i < 16; i++) {
            if (around.hasClass(BODY) || around.hasClass(HEADING) || around.hasClass(FOOTER)) {
                return true;
            }
            around = around.parent();
        }
        return element.nameIs("html") || element.nameIs("body");
    }

    @Override
    public void close() {
        parser.close();
    }
}
