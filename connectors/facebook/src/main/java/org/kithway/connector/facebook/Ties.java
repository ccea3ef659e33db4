package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Friends, requests and follows: a name and a time each. */
final class Ties {
    private static final AccountId I = AccountId.OWNER;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final People people;
    private final Interests interests;

    Ties(People people, Interests interests) {
        this.people = people;
        this.interests = interests;
    }

    /** A record of one of the lists of people. */
    Reading read(FileKind kind, JsonRecord item) throws UnreadableRecord {
        FileKind of = kind == FileKind.FRIENDS ? section(item) : kind;
        if (of == FileKind.REMOVED_FRIENDS) {
            return item.withhold("ended friendship");
        }
        if (of == FileKind.REQUESTS_REJECTED) {
            return item.withhold("rejected request");
        }
        String written = written(item);
        String name = People.name(written);
        if (name == null) {
            return item.withhold("closed account");
        }
        if (people.isOwnerNamed(name)) {
            return item.withhold("about oneself");
        }
        if (interests.isPage(name)) {
            return item.withhold("page, told elsewhere");
        }
        List<Fact> facts = new ArrayList<>();
        AccountId other = people.account(name, facts);
        facts.addFirst(tie(of, item, other));
        return item.keep(facts);
    }

    private static Fact tie(FileKind kind, JsonRecord item, AccountId other) {
        return switch (kind) {
            case REQUESTS_SENT -> new Fact.Invited(I, other, item.time("timestamp"));
            case REQUESTS_RECEIVED -> new Fact.Invited(other, I, item.time("timestamp"));
            case FOLLOWING -> new Fact.Follows(I, other, item.day("timestamp"));
            case FOLLOWERS -> new Fact.Follows(other, I, item.day("timestamp"));
            default -> new Fact.Connected(I, other, item.day("timestamp"));
        };
    }

    /** The first generation keeps all of these lists on one page, each under its heading. */
    private static FileKind section(JsonRecord item) throws UnreadableRecord {
        String heading = item.text("section");
        if (heading == null) {
            return FileKind.FRIENDS;
        }
        FileKind section = Labels.section(heading);
        if (section == null) {
            throw new UnreadableRecord(
                    "the heading above the record is not known: set your Facebook to English and"
                            + " export again, in JSON");
        }
        return section;
    }

    /** The name in either dialect; newer files write each field as a pair of label and value. */
    static String written(JsonRecord item) throws UnreadableRecord {
        String name = item.text("name");
        if (name != null && NUMBER.matcher(name).matches()) {
            throw new UnreadableRecord("field 'name' is a number");
        }
        if (name != null) {
            return name;
        }
        String value = labelled(item);
        return value != null ? value : item.need("name");
    }

    private static @Nullable String labelled(JsonRecord item) {
        return item.objects("label_values").stream()
                .map(pair -> pair.text("value"))
                .filter(Objects::nonNull)
                .filter(value -> !value.contains("://"))
                .findFirst()
                .orElse(null);
    }
}
