package org.kithway.connector.myspace;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.MailAddress;
import org.kithway.connector.ProfileAddress;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A person as the interfaces of all ages describe one. */
record Person(Node node, boolean mySpace) {
    static final Site MYSPACE = new Site("myspace");

    /** Persons of other sites that have these interfaces. */
    static final Site OPEN_SOCIAL = new Site("opensocial");

    /** Of Tom, whom MySpace made everybody's first friend. */
    private static final AccountId TOM = AccountId.of(MYSPACE, "6221");

    private static final Pattern MYSPACE_ID =
            Pattern.compile("(?:myspace\\.com[.:](?:person\\.)?)?(\\d{1,20})");
    private static final Pattern GLOBAL_ID =
            Pattern.compile("(?:urn:guid:)?((?:[\\w-]+\\.)+[\\w-]{2,}:[\\w.@-]{1,200})");
    private static final Pattern DATE = Pattern.compile("(\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?)(?:T.*)?");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\n]+");
    private static final int LONGEST_KEY = 300;
    private static final int LONGEST_INTEREST = 100;

    /** The person in a record, which may be wrapped. */
    static Node of(Node record) {
        Node content = record.get("content");
        if (content.has("person")) {
            return content.get("person");
        }
        if (record.has("basicprofile")) {
            return record.get("basicprofile");
        }
        return record.has("person") ? record.get("person") : record;
    }

    @Nullable String id() {
        String id = node.text("id");
        return id == null ? node.text("userId") : id;
    }

    /** The account, or null if neither id nor name is given. */
    @Nullable AccountId account() {
        String id = id();
        AccountId identified = id == null ? null : account(id, mySpace);
        if (identified == null) {
            identified = ProfileAddress.account(node.text("profileUrl"));
        }
        if (identified == null) {
            identified = emails().findFirst().orElse(null);
        }
        String name = name();
        return identified != null || name == null ? identified : AccountId.named(site(), name);
    }

    private Site site() {
        return mySpace ? MYSPACE : OPEN_SOCIAL;
    }

    /**
     * The account of an id in any of its forms: {@code 6221}, {@code myspace.com.person.6221},
     * {@code myspace.com:6221}, {@code urn:guid:example.org:6221}; null if the id says nothing
     * outside of its site.
     *
     * @param mySpace whether bare numbers are MySpace's
     */
    static @Nullable AccountId account(String id, boolean mySpace) {
        Matcher number = MYSPACE_ID.matcher(id.strip());
        if (number.matches()) {
            return mySpace || id.contains("myspace")
                    ? AccountId.of(MYSPACE, number.group(1))
                    : null;
        }
        Matcher global = GLOBAL_ID.matcher(id.strip());
        return global.matches() ? AccountId.of(OPEN_SOCIAL, global.group(1)) : null;
    }

    boolean isTom() {
        return TOM.equals(account());
    }

    /** Whether it is a band's, a film maker's or an application's page. */
    boolean isNoPerson() {
        String type = node.has("msUserType") ? node.text("msUserType") : node.text("userType");
        return type != null && !type.equalsIgnoreCase("RegularUser");
    }

    @Nullable String name() {
        Node name = node.get("name");
        String given = name.text("givenName");
        String family = name.text("familyName");
        String whole = given != null && family != null ? given + " " + family : null;
        return Stream.of(
                        name.text("formatted"),
                        whole,
                        node.text("displayName"),
                        node.text("nickname"),
                        name.text(),
                        node.text("title"),
                        given,
                        family)
                .filter(Objects::nonNull)
                .map(Person::line)
                .filter(Person::isKey)
                .findFirst()
                .orElse(null);
    }

    /** What identifies the account: name, further addresses of profiles, e-mail addresses. */
    List<Fact> identity(AccountId account) {
        List<Fact> facts = new ArrayList<>();
        String name = name();
        if (name != null) {
            facts.add(new Fact.Described(account, Fact.Trait.NAME, name));
        }
        if (account.isName()) {
            return facts;
        }
        Stream.concat(
                        Stream.concat(
                                Stream.of("profileUrl", "webUri").map(node::text),
                                node.list("urls").stream().map(url -> url.text("value"))),
                        node.list("accounts").stream().map(Person::address))
                .map(ProfileAddress::account)
                .filter(Objects::nonNull)
                .filter(other -> !other.equals(account))
                .distinct()
                .forEach(other -> facts.add(new Fact.SameAs(account, other)));
        emails().filter(email -> !email.equals(account))
                .forEach(email -> facts.add(new Fact.SameAs(account, email)));
        return facts;
    }

    private Stream<AccountId> emails() {
        return node.list("emails").stream()
                .map(email -> email.has("value") ? email.text("value") : email.text())
                .map(MailAddress::account)
                .filter(Objects::nonNull)
                .filter(email -> MailAddress.holder(email) == MailAddress.Holder.PERSON)
                .distinct();
    }

    private static @Nullable String address(Node account) {
        String domain = account.text("domain");
        String user = account.text("username");
        return domain == null || user == null ? null : "https://" + domain + "/" + user;
    }

    /** What the person tells: about themselves, place, work, schools and interests. */
    List<Fact> profile(AccountId subject) {
        List<Fact> facts = new ArrayList<>();
        describe(subject, Fact.Trait.SUMMARY, node.text("aboutMe"), facts);
        describe(subject, Fact.Trait.SUMMARY, node.text("aboutme"), facts);
        describe(subject, Fact.Trait.PLACE, place(), facts);
        node.list("organizations").forEach(work -> organization(subject, work, facts));
        for (String field : List.of("interests", "general", "jobInterests")) {
            for (Node interest : node.list(field)) {
                interests(subject, interest, facts);
            }
        }
        return facts;
    }

    private static void describe(
            AccountId subject, Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        String words = text == null ? "" : words(text);
        if (!words.isEmpty()) {
            facts.add(new Fact.Described(subject, trait, words));
        }
    }

    private @Nullable String place() {
        Node place = node.has("currentLocation") ? node.get("currentLocation") : node;
        List<String> parts =
                Stream.of("city", "locality", "region", "country")
                        .map(place::text)
                        .filter(Objects::nonNull)
                        .toList();
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    private static void organization(AccountId subject, Node work, List<Fact> facts) {
        String name = work.text("name");
        String title = work.text("title");
        PartialDate from = date(work.text("startDate"));
        PartialDate to = date(work.text("endDate"));
        String type = work.text("type");
        if (type != null && type.toLowerCase(Locale.ROOT).equals("school")) {
            if (name != null) {
                facts.add(new Fact.Education(subject, name, null, work.text("field"), from, to));
            }
        } else if (name != null || title != null) {
            facts.add(
                    new Fact.Position(
                            subject, name, title, work.text("description"), null, from, to, null));
        }
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        Matcher date = DATE.matcher(text == null ? "" : text);
        try {
            return date.matches() ? PartialDate.parse(date.group(1)) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void interests(AccountId subject, Node interest, List<Fact> facts) {
        String text = interest.text();
        if (text == null) {
            return;
        }
        SEPARATOR
                .splitAsStream(words(text))
                .map(Person::line)
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_INTEREST)
                .distinct()
                .forEach(name ->
                        facts.add(new Fact.Interest(subject, Fact.Topic.HASHTAG, name, null)));
    }

    /** Profiles of MySpace are full of markup. */
    private static String words(String text) {
        return text.indexOf('<') < 0 ? text : Jsoup.parseBodyFragment(text).text();
    }

    private static String line(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }

    private static boolean isKey(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_KEY
                && text.codePoints()
                        .noneMatch(c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.SURROGATE);
    }
}
