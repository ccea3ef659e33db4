package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code note-tweet.js}: the full texts of tweets that stand cut among the others. Nothing but the
 * second and the beginning of the text joins the two.
 */
final class LongTweets implements RecordReader {
    static final String PROTECTED = "protected account";

    private static final int REMEMBERED = 10_000;
    private static final int BEGINNING = 40;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Owner owner;
    private final Acquaintances acquaintances;
    private final Map<Long, String> beginnings =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
                    return size() > REMEMBERED;
                }
            };

    LongTweets(Owner owner, Acquaintances acquaintances) {
        this.owner = owner;
        this.acquaintances = acquaintances;
    }

    @Override
    public Reading read(Place place, JsonRecord note) throws UnreadableRecord {
        if (owner.isProtected()) {
            return new Reading.Withheld(place, PROTECTED);
        }
        JsonRecord core = note.object("core");
        Instant at = Times.written(note.text("createdAt"), null);
        List<Fact> facts = new ArrayList<>();
        for (JsonRecord mention : core.objects("mentions")) {
            Who who = Who.of(null, mention.text("screenName"), null);
            if (who != null && !owner.is(who)) {
                facts.add(
                        new Fact.Interacted(
                                AccountId.OWNER,
                                acquaintances.introduce(who, facts),
                                Fact.Act.MENTION,
                                at));
            }
        }
        String text = Tweets.unescaped(core.need("text"));
        facts.add(new Fact.Published(AccountId.OWNER, Fact.Form.POST, text, null, at));
        if (at != null) {
            beginnings.put(at.getEpochSecond(), beginning(text));
        }
        return new Reading.Statement(place, facts);
    }

    /** Whether a longer form of this tweet was read. */
    boolean tellMore(String text, @Nullable Instant at) {
        String longer = at == null ? null : beginnings.get(at.getEpochSecond());
        return longer != null && longer.equals(beginning(text));
    }

    private static String beginning(String text) {
        String plain = BLANKS.matcher(text).replaceAll(" ");
        return plain.substring(0, Math.min(BEGINNING, plain.length()));
    }
}
