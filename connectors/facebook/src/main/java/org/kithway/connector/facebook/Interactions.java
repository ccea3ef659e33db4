package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Comments, reactions and posts: towards whom, and when. The archive does not say who may read a
 * text, so it is kept only where that was set.
 */
final class Interactions {
    private static final AccountId I = AccountId.OWNER;
    private static final int DEEPEST = 4;

    private final People people;
    private final boolean keepsTexts;

    Interactions(People people, boolean keepsTexts) {
        this.people = people;
        this.keepsTexts = keepsTexts;
    }

    Reading comment(JsonRecord item) {
        JsonRecord comment = item.object("data").object("comment");
        people.isOwner(comment.text("author"));
        String text = comment.text("comment");
        return told(
                item,
                Sentences.person(item.text("title"), people),
                Fact.Act.COMMENT,
                published(Fact.Form.COMMENT, text == null ? item.text("text") : text, item));
    }

    /** What was written in a group is for its members. */
    Reading groupComment(JsonRecord item) {
        people.isOwner(item.object("data").object("comment").text("author"));
        return told(item, Sentences.person(item.text("title"), people), Fact.Act.COMMENT, null);
    }

    Reading reaction(JsonRecord item) {
        people.isOwner(item.object("data").object("reaction").text("actor"));
        String author = People.name(author(item.objects("label_values"), 0));
        String person = author != null ? author : Sentences.person(item.text("title"), people);
        return told(item, person, Fact.Act.REACTION, null);
    }

    /** Of pairs of labels and values, the author is the one that lies in others. */
    private static @Nullable String author(List<JsonRecord> pairs, int depth) {
        for (JsonRecord pair : pairs) {
            List<JsonRecord> inner = pair.objects("dict");
            String author = inner.isEmpty() ? null : author(inner, depth + 1);
            if (author != null) {
                return author;
            }
            String value = pair.text("value");
            if (depth > 1 && depth < DEEPEST && value != null && !value.contains("://")) {
                return value;
            }
        }
        return null;
    }

    Reading post(JsonRecord item) {
        List<Fact> facts = new ArrayList<>();
        Instant at = item.time("timestamp");
        for (JsonRecord tag : item.objects("tags")) {
            String name = People.name(tag.text("name"));
            if (name != null && !people.isOwnerNamed(name)) {
                facts.add(new Fact.Interacted(I, people.account(name, facts), Fact.Act.TAG, at));
            }
        }
        String text =
                item.objects("data").stream()
                        .map(data -> data.text("post"))
                        .filter(post -> post != null)
                        .findFirst()
                        .orElse(item.text("text"));
        Fact published = published(Fact.Form.POST, text, item);
        if (published != null) {
            facts.add(published);
        }
        return facts.isEmpty()
                ? item.withhold(text == null ? "no text" : "audience not stated")
                : item.keep(facts);
    }

    /** What others wrote to the owner's timeline. */
    Reading wallPost(JsonRecord item) {
        String person = Sentences.person(item.text("title"), people);
        if (person == null) {
            return item.withhold("names nobody");
        }
        List<Fact> facts = new ArrayList<>();
        AccountId other = people.account(person, facts);
        facts.addFirst(new Fact.Interacted(other, I, Fact.Act.COMMENT, item.time("timestamp")));
        return item.keep(facts);
    }

    private Reading told(
            JsonRecord item, @Nullable String person, Fact.Act act, @Nullable Fact text) {
        List<Fact> facts = new ArrayList<>();
        if (person != null && !people.isOwnerNamed(person)) {
            AccountId other = people.account(person, facts);
            facts.addFirst(new Fact.Interacted(I, other, act, item.time("timestamp")));
        }
        if (text != null) {
            facts.add(text);
        }
        return facts.isEmpty() ? item.withhold("names nobody") : item.keep(facts);
    }

    private @Nullable Fact published(Fact.Form form, @Nullable String text, JsonRecord item) {
        return keepsTexts && text != null && !text.isBlank()
                ? new Fact.Published(I, form, text, null, item.time("timestamp"))
                : null;
    }
}
