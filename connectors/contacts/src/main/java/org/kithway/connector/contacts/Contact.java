package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.connector.MailAddress;
import org.kithway.connector.ProfileAddress;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One entry of an address book, gathered field by field. */
final class Contact {
    private static final int LONGEST_NAME = 512;
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[1-9]\\d{6,14}");
    private static final Pattern DECORATION = Pattern.compile("[\\s\\p{Z}().\\-/]+");

    private final Set<AccountId> emails = new LinkedHashSet<>();
    private final Set<AccountId> profiles = new LinkedHashSet<>();
    private final Set<AccountId> phones = new LinkedHashSet<>();
    private @Nullable String name;
    private @Nullable String organization;
    private @Nullable String title;
    private @Nullable PartialDate changed;
    private boolean general;
    private Sort sort = Sort.PERSON;

    /** What an entry stands for. */
    enum Sort {
        PERSON,
        ORGANIZATION,
        GROUP
    }

    void is(Sort sort) {
        this.sort = sort;
    }

    /** What the person is called; an address in the place of a name is none. */
    void name(@Nullable String... parts) {
        String joined = joined(parts);
        if (name == null && joined != null && joined.indexOf('@') < 0) {
            name = joined;
        }
    }

    boolean isNamed() {
        return name != null;
    }

    void organization(@Nullable String text) {
        organization = organization == null ? joined(text) : organization;
    }

    void title(@Nullable String text) {
        title = title == null ? joined(text) : title;
    }

    /** When the entry was changed last: until then the position held. */
    void changed(@Nullable PartialDate day) {
        changed = day;
    }

    /** Takes an address if it is one person's; those of offices and machines join nobody. */
    void email(@Nullable String text) {
        AccountId email = MailAddress.account(text);
        if (email != null) {
            boolean personal = MailAddress.holder(email) == MailAddress.Holder.PERSON;
            general |= !personal;
            if (personal) {
                emails.add(email);
            }
        }
    }

    /** Takes the address of a profile at a site that is known; others are passed over. */
    void profile(@Nullable String address) {
        AccountId profile = ProfileAddress.account(address);
        if (profile != null) {
            profiles.add(profile);
        }
    }

    /** Takes a number in international form; what others mean depends on the country. */
    void phone(@Nullable String text) {
        if (text == null) {
            return;
        }
        String number = DECORATION.matcher(text).replaceAll("");
        if (PHONE.matcher(number).matches()) {
            phones.add(
                    AccountId.phone(number.startsWith("00") ? "+" + number.substring(2) : number));
        }
    }

    /** What the entry says. */
    Reading reading(Place place) {
        return switch (sort) {
            case GROUP -> new Reading.Withheld(place, "group of contacts");
            case ORGANIZATION -> new Reading.Withheld(place, "organization, not a person");
            case PERSON -> person(place);
        };
    }

    private Reading person(Place place) {
        List<AccountId> accounts = new ArrayList<>(emails);
        accounts.addAll(profiles);
        accounts.addAll(phones);
        if (accounts.isEmpty()) {
            if (name != null && name.equalsIgnoreCase(organization)) {
                return new Reading.Withheld(place, "organization, not a person");
            }
            if (name == null) {
                return new Reading.Withheld(place, unnamed());
            }
            accounts.add(AccountId.named(ContactsConnector.CONTACTS, name));
        }
        AccountId contact = accounts.getFirst();
        List<Fact> facts = new ArrayList<>();
        if (name != null) {
            // Addresses without a name are what mail programs collect by themselves.
            facts.add(new Fact.Keeps(AccountId.OWNER, contact));
            facts.add(new Fact.Described(contact, Fact.Trait.NAME, name));
        }
        if (organization != null || title != null) {
            facts.add(
                    new Fact.Position(
                            contact, organization, title, null, null, null, null, changed));
        }
        for (AccountId other : accounts.subList(1, accounts.size())) {
            facts.add(new Fact.SameAs(contact, other));
        }
        return facts.isEmpty()
                ? new Reading.Withheld(place, "address without a name")
                : new Reading.Statement(place, facts);
    }

    private String unnamed() {
        return general
                ? "general address"
                : organization != null ? "organization, not a person" : "no name and no address";
    }

    /** The parts with single blanks; null if nothing is left. */
    static @Nullable String joined(@Nullable String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (part != null) {
                joined.append(' ').append(part);
            }
        }
        String text = ExportText.inOneLine(joined.toString().strip());
        return text.isEmpty() || text.length() > LONGEST_NAME ? null : text;
    }
}
