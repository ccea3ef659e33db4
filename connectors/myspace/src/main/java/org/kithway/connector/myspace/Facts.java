package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the records of captures say. */
final class Facts {
    private static final int MOST_REMEMBERED = 20_000;

    /** {@code /Date(1202587923333-0800)/}: milliseconds since 1970; the offset is for display. */
    private static final Pattern MILLISECONDS = Pattern.compile("/Date\\((\\d{1,15})[^)]*\\)/");

    private final Owner owner;

    /** The accounts of the people read lately, for the links that follow them. */
    private final Map<String, AccountId> people =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, AccountId> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            };

    Facts(Owner owner) {
        this.owner = owner;
    }

    Reading reading(Place place, Capture capture, Node record) {
        AccountId subject = owner.subject(capture);
        return switch (capture.kind()) {
            case PROFILE -> profile(place, record, capture.mySpace());
            case INTERESTS -> interests(place, record, subject);
            case FRIENDS -> friend(place, record, subject, capture.mySpace());
            case COMMENTS -> comment(place, record, subject, capture.mySpace());
            case PEOPLE ->
                    record.has(Records.LINKS)
                            ? links(place, record)
                            : person(place, record, capture.mySpace());
        };
    }

    private Reading profile(Place place, Node record, boolean mySpace) {
        Person person = new Person(Person.of(record), mySpace);
        AccountId account = person.account();
        if (account == null) {
            return nobody(place);
        }
        boolean own = owner.is(account);
        List<Fact> facts = new ArrayList<>();
        if (own) {
            facts.add(new Fact.SameAs(AccountId.OWNER, account));
        }
        facts.addAll(person.identity(account));
        AccountId subject = own ? AccountId.OWNER : account;
        facts.addAll(person.profile(subject));
        // In the first interface the account stands in the profile rather than around it.
        facts.addAll(new Person(record, mySpace).profile(subject));
        return kept(place, facts.stream().distinct().toList(), "no content");
    }

    private Reading interests(Place place, Node record, AccountId subject) {
        List<Fact> facts = new ArrayList<>();
        AccountId account = owner.account();
        if (subject.equals(AccountId.OWNER) && account != null) {
            facts.add(new Fact.SameAs(AccountId.OWNER, account));
        }
        List<Fact> interests = new Person(record, true).profile(subject);
        facts.addAll(interests);
        return kept(place, interests.isEmpty() ? List.of() : facts, "no interests");
    }

    private Reading friend(Place place, Node record, AccountId subject, boolean mySpace) {
        Person person = new Person(Person.of(record), mySpace);
        AccountId account = person.account();
        Reading other = otherwise(place, person, account);
        if (other != null || account == null) {
            return other == null ? nobody(place) : other;
        }
        if (account.equals(subject) || owner.is(account)) {
            return new Reading.Withheld(place, "the member");
        }
        if (!owner.knows(subject)) {
            return new Reading.Withheld(place, "of a member whose profile is missing");
        }
        List<Fact> facts = new ArrayList<>(person.identity(account));
        facts.addAll(person.profile(account));
        facts.add(new Fact.Connected(subject, account, null));
        return new Reading.Statement(place, facts);
    }

    private Reading comment(Place place, Node record, AccountId subject, boolean mySpace) {
        Person person = new Person(record.get("author"), mySpace);
        AccountId account = person.account();
        Reading other = otherwise(place, person, account);
        if (other != null || account == null) {
            return other == null ? nobody(place) : other;
        }
        if (account.equals(subject) || owner.is(account)) {
            return new Reading.Withheld(place, "the member");
        }
        if (!owner.knows(subject)) {
            return new Reading.Withheld(place, "of a member whose profile is missing");
        }
        Instant at;
        try {
            at = time(record.text("postedDate"));
        } catch (DateTimeException | IllegalArgumentException e) {
            return new Reading.Rejection(
                    place, "'postedDate' is not a time such as 2010-06-01T12:00:00Z: mend it");
        }
        List<Fact> facts = new ArrayList<>(person.identity(account));
        facts.add(new Fact.Interacted(account, subject, Fact.Act.COMMENT, at));
        return new Reading.Statement(place, facts);
    }

    private Reading person(Place place, Node record, boolean mySpace) {
        Person person = new Person(Person.of(record), mySpace);
        AccountId account = person.account();
        Reading other = otherwise(place, person, account);
        if (other != null || account == null) {
            return other == null ? nobody(place) : other;
        }
        String id = person.id();
        if (id != null) {
            people.put(id, account);
        }
        List<Fact> facts = new ArrayList<>(person.identity(account));
        facts.addAll(person.profile(account));
        return kept(place, facts, "no content");
    }

    private Reading links(Place place, Node record) {
        AccountId one = people.get(String.valueOf(record.text("id")));
        List<Fact> facts = new ArrayList<>();
        for (Node link : record.list(Records.LINKS)) {
            AccountId other = people.get(String.valueOf(link.text()));
            if (one != null && other != null && !one.equals(other)) {
                facts.add(new Fact.Connected(one, other, null));
            }
        }
        return kept(place, facts, "no friends among the people");
    }

    /** What becomes of a record that tells of no friend. */
    private static @Nullable Reading otherwise(
            Place place, Person person, @Nullable AccountId account) {
        if (person.isTom()) {
            return new Reading.Withheld(place, "Tom, everybody's first friend");
        }
        if (person.isNoPerson()) {
            return new Reading.Withheld(place, "not a person");
        }
        return account != null && person.name() == null
                ? new Reading.Withheld(place, "no name")
                : null;
    }

    private static Reading nobody(Place place) {
        return new Reading.Rejection(
                place, "the record has neither an id nor a name: fetch or mend the file again");
    }

    private static Reading kept(Place place, List<Fact> facts, String rule) {
        return facts.isEmpty()
                ? new Reading.Withheld(place, rule)
                : new Reading.Statement(place, facts);
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher milliseconds = MILLISECONDS.matcher(text);
        Instant at =
                milliseconds.matches()
                        ? Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1)))
                        : OffsetDateTime.parse(text).toInstant();
        if (at.getEpochSecond() < Fact.FIRST_SECOND || at.getEpochSecond() > Fact.LAST_SECOND) {
            throw new IllegalArgumentException("not in the years 1 to 9999");
        }
        return at;
    }
}
