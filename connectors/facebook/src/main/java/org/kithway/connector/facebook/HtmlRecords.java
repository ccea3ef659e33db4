package org.kithway.connector.facebook;

import org.jsoup.nodes.Document;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The records of a page, in the shape that they have in JSON. Pages are read by the names of their
 * styles, of which each generation has its own: a heading begins a record, a time ends it. Where
 * the markup is not closed properly that still holds.
 */
final class HtmlRecords implements Records {
    /** Headings: a name, a sender, or a sentence that says what was done. */
    private static final Set<String> HEADINGS = Set.of("_a6-h", "_2lek", "user");

    private static final Set<String> TIMES = Set.of("_a72d", "_2lem", "meta");
    private static final Set<String> BODIES = Set.of("_a6-p", "_2let");
    private static final Set<String> PLAIN = Set.of("thread", "contents", "nav");

    /** {@code Isaac Perez (Nov 5, 2017)}. */
    private static final Pattern DATED_NAME = Pattern.compile("(.+?)\\s*(?:\\(([^()]*)\\))?");

    /** {@code Participants: Ann, Ben and Cem}, in whatever language. */
    private static final Pattern LISTED = Pattern.compile("[^:]{3,30}:\\s(.+)", Pattern.DOTALL);

    private static final Pattern BETWEEN =
            Pattern.compile(",\\s+|\\s+(?:and|og|und|et|y|e|en|i|och|ve)\\s+");
    private static final int LONGEST_LIST = 20_000;
    private static final int LONGEST_TEXT = 40_000;

    private final String entry;
    private final FileKind kind;
    private final ZoneId zone;
    private final StreamParser parser;
    private final Iterator<Element> elements;
    private final Queue<Map<String, Object>> ready = new ArrayDeque<>();
    private final Map<String, Object> before = new HashMap<>();
    private final JsonRecord head;
    private @Nullable Map<String, Object> open;
    private @Nullable Element thread;
    private List<Object> participants = List.of();
    private String section = "";
    private long number;

    HtmlRecords(String entry, FileKind kind, InputStream in, ZoneId zone) {
        this.entry = entry;
        this.kind = kind;
        this.head = new JsonRecord(Place.of(entry), before);
        this.zone = zone;
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
        if (kind == FileKind.PROFILE) {
            profile(element);
        } else if (element.nameIs("title") && element.closest("svg") == null) {
            before.put("title", element.text());
        } else if (element.nameIs("h1") && element.closest("div.contents") != null) {
            before.put("owner", element.text());
        } else if (isAny(element, TIMES)) {
            time(element);
        } else if (isAny(element, HEADINGS)) {
            heading(element);
        } else if (isAny(element, BODIES)) {
            body(element);
        } else if (element.nameIs("h2")) {
            section = element.text();
        } else if (element.nameIs("li") && kind == FileKind.FRIENDS && !section.isEmpty()) {
            listed(element);
        }
    }

    private void heading(Element element) {
        flush();
        String text = element.text();
        if (kind == FileKind.MESSAGES && !before.containsKey("participants") && number == 0) {
            Matcher list = LISTED.matcher(text);
            if (list.matches() && BETWEEN.matcher(list.group(1)).find()) {
                before.put("participants", names(list.group(1)));
                return;
            }
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put(kind == FileKind.MESSAGES ? "sender_name" : "name", text);
        fields.put("title", text);
        open = fields;
    }

    private void body(Element element) {
        if (open == null || kind == FileKind.MESSAGES) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Element line : lines(element)) {
            Instant at = WrittenTime.read(line.text(), zone);
            if (at != null) {
                open.put("timestamp", Long.toString(at.getEpochSecond()));
            } else if (text.length() < LONGEST_TEXT && line.getElementsByTag("a").isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n").append(line.text());
            }
        }
        open.putIfAbsent("text", text.toString());
    }

    /** The innermost blocks. A selector would say so too, but keeps all that it ever looked at. */
    private static List<Element> lines(Element element) {
        return element.getElementsByTag("div").stream()
                .filter(block -> block.children().stream().noneMatch(e -> e.nameIs("div")))
                .toList();
    }

    private void time(Element element) {
        Instant at = WrittenTime.read(element.text(), zone);
        Map<String, Object> fields = open;
        if (fields == null) {
            if (kind != FileKind.MESSAGES || at == null) {
                return;
            }
            fields = new HashMap<>();
        }
        if (at != null) {
            fields.put(
                    kind == FileKind.MESSAGES ? "timestamp_ms" : "timestamp",
                    kind == FileKind.MESSAGES
                            ? Long.toString(at.toEpochMilli())
                            : Long.toString(at.getEpochSecond()));
        }
        Element around = element.closest("div.thread");
        if (around != null) {
            if (around != thread) {
                thread = around;
                participants = participants(around);
            }
            fields.put("participants", participants);
        }
        ready.add(fields);
        open = null;
    }

    /** The first generation's threads begin with the names of those who take part. */
    private static List<Object> participants(Element thread) {
        for (TextNode text : thread.textNodes()) {
            if (!text.isBlank()) {
                Matcher list = LISTED.matcher(text.text().strip() + ' ');
                return names(list.matches() ? list.group(1) : text.text());
            }
        }
        return List.of();
    }

    private static List<Object> names(String list) {
        List<Object> names = new ArrayList<>();
        if (list.length() < LONGEST_LIST && !list.isBlank()) {
            for (String name : BETWEEN.split(list.strip())) {
                if (!name.isBlank() && !name.strip().endsWith(":")) {
                    names.add(Map.of("name", name.strip()));
                }
            }
        }
        return names;
    }

    /** One of the first generation's friends, under a heading that says what they are. */
    private void listed(Element element) {
        Matcher parts = DATED_NAME.matcher(element.ownText());
        if (parts.matches() && element.closest("div.nav") == null) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("name", parts.group(1));
            fields.put("section", section);
            Instant at = parts.group(2) == null ? null : WrittenTime.read(parts.group(2), zone);
            if (at != null) {
                fields.put("timestamp", Long.toString(at.getEpochSecond()));
            }
            ready.add(fields);
        }
    }

    /** The page on the owner: a name at its head, and rows of which links speak for themselves. */
    private void profile(Element element) {
        Map<String, Object> fields = open == null ? new HashMap<>() : open;
        if (element.nameIs("h1") && element.closest("div.contents") != null) {
            fields.put("name", Map.of("full_name", element.text()));
        } else if (element.nameIs("tr") && element.childrenSize() == 2) {
            Element label = element.child(0);
            Element value = element.child(1);
            if (Labels.isFullName(label.text()) && !value.text().isBlank()) {
                fields.putIfAbsent("name", Map.of("full_name", value.text()));
            }
            Element link = value.getElementsByAttribute("href").first();
            if (link != null && !fields.containsKey("profile_uri")) {
                fields.put("profile_uri", link.attr("href"));
            }
        }
        open = fields.isEmpty() ? null : fields;
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
    private boolean isWithinText(Element element) {
        Element around = element.parent();
        for (int i = 0; around != null && i < 12; i++) {
            boolean wanted = kind == FileKind.PROFILE ? around.nameIs("tr") : isText(around);
            if (wanted) {
                return true;
            }
            around = around.parent();
        }
        return element instanceof Document
                || element.nameIs("html")
                || element.nameIs("body")
                || isAny(element, PLAIN);
    }

    private static boolean isText(Element element) {
        return isAny(element, HEADINGS)
                || isAny(element, TIMES)
                || (isAny(element, BODIES) && element.getElementsByClass("_a6-h").isEmpty())
                || element.nameIs("li");
    }

    private static boolean isAny(Element element, Set<String> classes) {
        if (!element.hasAttr("class")) {
            return false;
        }
        for (String name : classes) {
            if (element.hasClass(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        parser.close();
    }
}
