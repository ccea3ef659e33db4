package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Groups and pages. */
final class Interests {
    private static final int MOST_REMEMBERED = 20_000;

    private final Set<String> pages = new HashSet<>();
    private final List<String> departures = new ArrayList<>();

    /** Whether the name is that of a page that the owner likes or follows. */
    boolean isPage(String name) {
        return pages.contains(name);
    }

    /** A page that the owner likes or follows. */
    Reading page(JsonRecord item) throws UnreadableRecord {
        String name = nameIn(item);
        if (name == null) {
            name = People.name(Ties.written(item));
        }
        if (name == null) {
            return item.withhold("closed account");
        }
        if (pages.size() < MOST_REMEMBERED) {
            pages.add(name);
        }
        return item.keep(
                List.of(
                        new Fact.Interest(
                                AccountId.OWNER,
                                Fact.Topic.ORGANIZATION,
                                name,
                                item.time("timestamp"))));
    }

    /** A group that the owner joined. That somebody left says a sentence alone. */
    Reading group(JsonRecord item) {
        String name = nameIn(item);
        String sentence = item.text("title");
        if (name == null) {
            name = Sentences.group(sentence);
        }
        if (name == null) {
            if (sentence != null && departures.size() < MOST_REMEMBERED) {
                departures.add(sentence);
            }
            return item.withhold("left or unnamed group");
        }
        String joined = name;
        return departures.stream().anyMatch(departure -> departure.contains(joined))
                ? item.withhold("left or unnamed group")
                : group(item, joined);
    }

    /** A group that the owner leads. */
    Reading groupLed(JsonRecord item) throws UnreadableRecord {
        String name = People.name(Ties.written(item));
        return name == null ? item.withhold("left or unnamed group") : group(item, name);
    }

    private static Reading group(JsonRecord item, String name) {
        return item.keep(
                List.of(
                        new Fact.Interest(
                                AccountId.OWNER, Fact.Topic.GROUP, name, item.time("timestamp"))));
    }

    /** Since 2021 in {@code data}, before in {@code attachments}. */
    private static @Nullable String nameIn(JsonRecord item) {
        String name = item.object("data").text("name");
        return People.name(
                name != null ? name : item.object("attachments").object("data").text("name"));
    }
}
