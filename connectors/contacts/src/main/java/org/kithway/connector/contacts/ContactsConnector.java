package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.ExportText;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.connector.contacts.Part.Faulty;
import org.kithway.connector.contacts.Part.Table;
import org.kithway.connector.contacts.Part.VCards;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads address books that mail programs, telephones and Google hand their users. */
public final class ContactsConnector implements Connector {
    static final Site CONTACTS = new Site("contacts");

    /** Whether telephone numbers are kept; off, for a number is private. */
    static final Setting<Boolean> PHONES =
            Setting.optional(
                    "phones",
                    "keep mobile telephone numbers as keys that join people: yes or no",
                    ContactsConnector::yesOrNo,
                    "no");

    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    CONTACTS,
                    "Contacts",
                    Set.of(
                            CONTACTS,
                            Site.EMAIL,
                            Site.PHONE,
                            new Site("linkedin"),
                            new Site("twitter"),
                            new Site("facebook"),
                            new Site("instagram"),
                            new Site("github"),
                            new Site("myspace"),
                            new Site("blogger"),
                            new Site("mastodon")),
                    List.of(
                            "Google: open contacts.google.com, click Export, choose all contacts"
                                    + " and Google CSV or vCard.",
                            "Outlook: choose File, Open & Export, Import/Export, Export to a file,"
                                    + " Comma Separated Values, and the folder Contacts.",
                            "Outlook on the web: open People, Manage contacts, Export contacts.",
                            "Apple: open iCloud.com or the app Contacts, select all, and choose"
                                    + " Export vCard.",
                            "Upload the file as it is, without opening it in a spreadsheet."),
                    List.of(
                            "who is in your address book: name, organization, title",
                            "their e-mail addresses and the addresses of their profiles at other"
                                    + " sites, which join the same person across sites",
                            "mobile telephone numbers, if that is switched on"),
                    List.of(
                            "notes, photographs, birthdays, postal addresses",
                            "telephone numbers, unless that is switched on; never those of homes"
                                    + " and offices, which people share",
                            "spouses, children, assistants",
                            "groups, labels, and entries of organizations"),
                    Set.of(),
                    List.of(PHONES));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(entry -> isCandidate(export, entry))
                        .sorted(Comparator.comparing(entry -> !isNamedVCard(entry)))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            try {
                if (part(entry, head(export, entry)) != null) {
                    return true;
                }
            } catch (ExportException e) {
                continue;
            }
        }
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            Part part = isCandidate(export, entry) ? part(export, entry) : null;
            if (part != null) {
                parts.add(part);
            }
        }
        return new ContactsReader(export, parts, settings.get(PHONES));
    }

    /** What the entry is, or null if it is no address book. */
    private static @Nullable Part part(Export export, String entry) throws IOException {
        try {
            Part part = part(entry, head(export, entry));
            return part != null || !isNamedVCard(entry)
                    ? part
                    : new Faulty(
                            entry,
                            VCards.PLAIN,
                            "the file does not begin with a card: export it again");
        } catch (ExportException e) {
            return isNamedVCard(entry)
                    ? new Faulty(entry, VCards.PLAIN, ContactsReader.unreadable(e))
                    : null;
        }
    }

    private static @Nullable Part part(String entry, String head) {
        VCards cards = VCards.of(entry, head);
        return cards != null ? cards : Table.of(entry, head);
    }

    private static String head(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return ExportText.decode(in.readNBytes(PEEKED_BYTES));
        }
    }

    /** A file on its own is looked at whatever it is called, one among others by its ending. */
    private static boolean isCandidate(Export export, String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return isNamedVCard(entry) || lower.endsWith(".csv") || export.entries().size() == 1;
    }

    private static boolean isNamedVCard(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        return lower.endsWith(".vcf") || lower.endsWith(".vcard");
    }

    private static Boolean yesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new IllegalArgumentException("neither yes nor no");
        };
    }
}
