package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files in which the owner speaks of themselves. Address, birth date, zip code and messengers
 * are never looked at; of websites only profiles at other sites are kept.
 */
final class OwnProfile {
    private static final AccountId I = AccountId.OWNER;

    /** An address in {@code [PORTFOLIO:https://...,BLOG:...]}. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^,\\]\\s]+", Pattern.CASE_INSENSITIVE);

    private OwnProfile() {}

    /** {@code Profile.csv}. */
    static Reading profile(Row row, Owner owner) throws UnreadableCell {
        List<Fact> facts = new ArrayList<>();
        String name = Accounts.name(row.text("First Name"), row.text("Last Name"));
        owner.isCalled(name);
        describe(Fact.Trait.NAME, name, facts);
        describe(Fact.Trait.HEADLINE, row.text("Headline"), facts);
        describe(Fact.Trait.SUMMARY, row.text("Summary"), facts);
        describe(Fact.Trait.INDUSTRY, row.text("Industry"), facts);
        describe(Fact.Trait.PLACE, row.text("Geo Location"), facts);
        String handles = row.text("Twitter Handles");
        if (handles != null) {
            for (String handle : handles.split("[\\[\\],;\\s]+", -1)) {
                AccountId twitter = Accounts.twitter(handle);
                if (twitter != null) {
                    facts.add(new Fact.SameAs(I, twitter));
                }
            }
        }
        String websites = row.text("Websites");
        if (websites != null) {
            Matcher address = ADDRESS.matcher(websites);
            while (address.find()) {
                AccountId elsewhere = ProfileAddress.account(address.group());
                if (elsewhere != null) {
                    facts.add(new Fact.SameAs(I, elsewhere));
                }
            }
        }
        if (facts.isEmpty()) {
            throw new UnreadableCell("no column that is read holds anything");
        }
        return row.keep(facts);
    }

    /** {@code Email Addresses.csv}. */
    static Reading emailAddress(Row row) throws UnreadableCell {
        if (!row.need("Confirmed").equalsIgnoreCase("Yes")) {
            return row.withhold("unconfirmed address");
        }
        AccountId email = Accounts.email(row.need("Email Address"));
        if (email == null) {
            throw new UnreadableCell("column 'Email Address' is not an e-mail address");
        }
        return row.keep(new Fact.SameAs(I, email));
    }

    /** {@code Positions.csv}. */
    static Reading position(Row row) throws UnreadableCell {
        String organization = row.text("Company Name");
        String title = row.text("Title");
        PartialDate from = row.date("Started On");
        PartialDate to = row.date("Finished On");
        if (organization == null && title == null) {
            throw new UnreadableCell("columns 'Company Name' and 'Title' are blank");
        }
        return row.keep(
                new Fact.Position(
                        I,
                        organization,
                        title,
                        row.text("Description"),
                        row.text("Location"),
                        from,
                        to,
                        null));
    }

    /** {@code Education.csv}. */
    static Reading education(Row row) throws UnreadableCell {
        return row.keep(
                new Fact.Education(
                        I,
                        row.need("School Name"),
                        row.text("Degree Name"),
                        row.text("Notes"),
                        row.date("Start Date"),
                        row.date("End Date")));
    }

    /** {@code Skills.csv}. */
    static Reading skill(Row row) throws UnreadableCell {
        return row.keep(new Fact.Skill(I, row.need("Name")));
    }

    /** {@code Company Follows.csv}. */
    static Reading companyFollow(Row row) throws UnreadableCell {
        return row.keep(
                new Fact.Interest(
                        I,
                        Fact.Topic.ORGANIZATION,
                        row.need("Organization"),
                        row.time("Followed On")));
    }

    private static void describe(Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        if (text != null) {
            facts.add(new Fact.Described(I, trait, text));
        }
    }
}
