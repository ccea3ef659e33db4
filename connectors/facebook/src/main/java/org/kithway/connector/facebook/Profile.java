package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the owner says of themselves. Birthday, gender, telephone, family, relationships, religion
 * and politics stand in the same file and are passed over unseen.
 */
final class Profile {
    private static final AccountId I = AccountId.OWNER;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;:<>\"()\\p{Cc}]{1,64}@[^\\s@,;:<>\"()\\p{Cc}]{1,180}");

    private Profile() {}

    static Reading read(JsonRecord item, People people) throws UnreadableRecord {
        List<Fact> facts = new ArrayList<>();
        String name = People.name(item.object("name").text("full_name"));
        people.isOwner(name);
        describe(Fact.Trait.NAME, name, facts);
        describe(Fact.Trait.SUMMARY, item.object("intro_bio").text("name"), facts);
        describe(Fact.Trait.PLACE, item.object("current_city").text("name"), facts);
        for (JsonRecord language : item.objects("languages")) {
            describe(Fact.Trait.LANGUAGE, language.text("name"), facts);
        }
        AccountId account = account(item);
        if (account != null) {
            facts.add(new Fact.SameAs(I, account));
        }
        for (String email : item.object("emails").texts("emails")) {
            if (EMAIL.matcher(email).matches()) {
                facts.add(new Fact.SameAs(I, AccountId.email(email)));
            }
        }
        item.objects("websites").stream()
                .map(website -> ProfileAddress.account(website.text("address")))
                .filter(Objects::nonNull)
                .filter(site -> FacebookConnector.SITES.contains(site.site()))
                .forEach(site -> facts.add(new Fact.SameAs(I, site)));
        item.objects("work_experiences").forEach(work -> work(work, facts));
        item.objects("education_experiences").forEach(school -> school(school, facts));
        if (facts.isEmpty()) {
            throw new UnreadableRecord("no field that is read holds anything");
        }
        return item.keep(facts.stream().distinct().toList());
    }

    /**
     * The owner's account at the site, or null where the profile gives neither address nor name.
     */
    static @Nullable AccountId account(JsonRecord item) {
        String username = item.text("username");
        return Stream.of(
                        ProfileAddress.account(item.text("profile_uri")),
                        username == null
                                ? null
                                : ProfileAddress.account("https://www.facebook.com/" + username))
                .filter(Objects::nonNull)
                .filter(account -> account.site().equals(People.FACEBOOK))
                .findFirst()
                .orElse(null);
    }

    private static void work(JsonRecord work, List<Fact> facts) {
        String employer = work.text("employer");
        String title = work.text("title");
        if (employer != null || title != null) {
            facts.add(
                    new Fact.Position(
                            I,
                            employer,
                            title,
                            work.text("description"),
                            work.text("location"),
                            work.day("start_timestamp"),
                            work.day("end_timestamp"),
                            null));
        }
    }

    private static void school(JsonRecord school, List<Fact> facts) {
        String name = school.text("name");
        if (name != null) {
            String subjects = String.join(", ", school.texts("concentrations"));
            facts.add(
                    new Fact.Education(
                            I,
                            name,
                            school.text("degree"),
                            subjects.isEmpty() ? null : subjects,
                            school.day("start_timestamp"),
                            school.day("end_timestamp")));
        }
    }

    private static void describe(Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        if (text != null) {
            facts.add(new Fact.Described(I, trait, text));
        }
    }
}
