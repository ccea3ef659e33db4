package org.kithway.connector.mastodon;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code actor.json}: the owner's account, what it says of itself, and the owner's others. */
final class Profile {
    static final Site LINKEDIN = new Site("linkedin");

    /**
     * What members call the fields of their profiles in which they name these accounts of theirs.
     */
    static final Map<Site, Set<String>> LABELS =
            Map.of(
                    new Site("twitter"), Set.of("twitter", "x"),
                    new Site("github"), Set.of("github"),
                    new Site("instagram"), Set.of("instagram"),
                    new Site("facebook"), Set.of("facebook"));

    private Profile() {}

    static Owner owner(JsonRecord actor) {
        String host = Accounts.host(actor.text("id"));
        AccountId named =
                host == null ? null : Accounts.addressed(actor.text("preferredUsername"), host);
        return new Owner(named == null ? Accounts.of(actor.text("id")) : named, host);
    }

    static Reading read(Place place, JsonRecord actor) throws UnreadableRecord {
        AccountId account = owner(actor).account();
        if (account == null) {
            throw new UnreadableRecord("field 'id' is not the address of an account");
        }
        Set<AccountId> accounts = new LinkedHashSet<>(List.of(account));
        List<String> others = new ArrayList<>(actor.texts("alsoKnownAs"));
        others.addAll(actor.texts("movedTo"));
        for (String other : others) {
            AccountId known = Accounts.of(other);
            if (known != null) {
                accounts.add(known);
            }
        }
        for (JsonRecord field : actor.objects("attachment")) {
            AccountId linked = linked(field);
            if (linked != null) {
                accounts.add(linked);
            }
        }
        List<Fact> facts = new ArrayList<>();
        accounts.forEach(same -> facts.add(new Fact.SameAs(AccountId.OWNER, same)));
        describe(Fact.Trait.NAME, actor.text("name"), facts);
        String summary = actor.text("summary");
        describe(Fact.Trait.SUMMARY, summary == null ? null : Html.text(summary), facts);
        return new Reading.Statement(place, facts);
    }

    /**
     * The owner's account at another site, as a field of the profile says. A link may also lead to
     * an employer's page; so the field has to be called after the site, where sites have both.
     */
    private static @Nullable AccountId linked(JsonRecord field) {
        String value = field.text("value");
        Element link =
                value == null
                        ? null
                        : Jsoup.parseBodyFragment(value).selectFirst("a[rel~=\\bme\\b]");
        AccountId account = link == null ? null : ProfileAddress.account(link.attr("href"));
        if (account == null) {
            return null;
        }
        String label = field.text("name");
        Set<String> labels = LABELS.getOrDefault(account.site(), Set.of());
        boolean own = account.site().equals(LINKEDIN) || account.site().equals(Accounts.MASTODON);
        return own || (label != null && labels.contains(label.toLowerCase(Locale.ROOT)))
                ? account
                : null;
    }

    private static void describe(Fact.Trait trait, @Nullable String text, List<Fact> facts) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact.Described(AccountId.OWNER, trait, text));
        }
    }
}
