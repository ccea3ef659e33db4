package org.kithway.connector.contacts;

import com.github.mangstadt.vinnie.VObjectParameters;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportText;
import org.kithway.model.PartialDate;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One vCard of version 2.1, 3.0 or 4.0. Where a property stands twice the first counts. */
final class Card extends VObjectDataAdapter {
    private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?!\\d).*");

    /** Sites of which Apple's cards give the user name where they give no address. */
    private static final Map<String, String> PROFILES =
            Map.of(
                    "TWITTER", "https://twitter.com/",
                    "FACEBOOK", "https://www.facebook.com/",
                    "LINKEDIN", "https://www.linkedin.com/in/",
                    "INSTAGRAM", "https://www.instagram.com/",
                    "GITHUB", "https://github.com/",
                    "MYSPACE", "https://myspace.com/");

    private final Contact contact = new Contact();
    private @Nullable String fullName;
    private List<String> name = List.of();
    private @Nullable String organization;
    private @Nullable String role;

    private Card() {}

    /**
     * The contact that a card describes.
     *
     * @param lines the card's properties, folded and encoded as in the file
     */
    static Contact parse(String lines) {
        Card card = new Card();
        String whole = "BEGIN:VCARD\r\n" + lines + "END:VCARD\r\n";
        try (VObjectReader reader =
                new VObjectReader(new StringReader(whole), SyntaxRules.vcard())) {
            // Byte for byte, so that text() can tell the encoding by the bytes.
            reader.setDefaultQuotedPrintableCharset(StandardCharsets.ISO_8859_1);
            reader.parse(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return card.finished();
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        String value = text(property);
        switch (property.getName().toUpperCase(Locale.ROOT)) {
            case "FN" -> fullName = fullName == null ? plain(value) : fullName;
            case "N" -> name = name.isEmpty() ? structured(value) : name;
            case "EMAIL" -> contact.email(plain(value));
            case "TEL" -> {
                if (isMobile(property.getParameters())) {
                    contact.phone(number(plain(value)));
                }
            }
            case "ORG" -> {
                List<String> units = VObjectPropertyValues.parseSemiStructured(value);
                organization =
                        organization == null && !units.isEmpty()
                                ? Contact.joined(units.getFirst())
                                : organization;
            }
            case "TITLE" -> contact.title(plain(value));
            case "ROLE" -> role = plain(value);
            case "URL" -> contact.profile(plain(value));
            case "X-TWITTER" -> contact.profile(PROFILES.get("TWITTER") + plain(value));
            case "X-SOCIALPROFILE" -> social(property.getParameters(), plain(value));
            case "KIND", "X-ADDRESSBOOKSERVER-KIND" -> kind(plain(value));
            case "X-ABSHOWAS" -> {
                if (plain(value).equalsIgnoreCase("COMPANY")) {
                    contact.is(Contact.Sort.ORGANIZATION);
                }
            }
            case "REV" -> contact.changed(day(plain(value)));
            default -> {}
        }
    }

    private Contact finished() {
        contact.organization(organization);
        contact.title(role);
        contact.name(withoutHonorifics());
        if (!contact.isNamed()) {
            contact.name(part(1), part(2), part(0));
        }
        boolean unnamed = name.stream().allMatch(String::isBlank);
        if (unnamed && organization != null && organization.equalsIgnoreCase(fullName)) {
            contact.is(Contact.Sort.ORGANIZATION);
        }
        return contact;
    }

    /** The full name as it is written, which keeps the order of the language. */
    private @Nullable String withoutHonorifics() {
        String full = Contact.joined(fullName);
        String prefix = part(3);
        String suffix = part(4);
        if (full != null && prefix != null && full.startsWith(prefix + " ")) {
            full = full.substring(prefix.length() + 1);
        }
        if (full != null && suffix != null && full.endsWith(" " + suffix)) {
            full = full.substring(0, full.length() - suffix.length() - 1);
            full = full.endsWith(",") ? full.substring(0, full.length() - 1) : full;
        }
        return full;
    }

    private @Nullable String part(int index) {
        return index < name.size() ? Contact.joined(name.get(index)) : null;
    }

    private void social(VObjectParameters parameters, String value) {
        contact.profile(value);
        String user = parameters.first("X-USER");
        for (String type : types(parameters)) {
            String site = PROFILES.get(type);
            if (site != null && user != null) {
                contact.profile(site + user);
            }
        }
    }

    private void kind(String kind) {
        switch (kind.toLowerCase(Locale.ROOT)) {
            case "group" -> contact.is(Contact.Sort.GROUP);
            case "org", "location", "application", "device" ->
                    contact.is(Contact.Sort.ORGANIZATION);
            default -> {}
        }
    }

    private static boolean isMobile(VObjectParameters parameters) {
        Set<String> types = types(parameters);
        return !types.contains("FAX")
                && (types.contains("CELL") || types.contains("MOBILE") || types.contains("IPHONE"));
    }

    /** Types in all three versions' ways of writing, in upper case. */
    private static Set<String> types(VObjectParameters parameters) {
        Set<String> types = new TreeSet<>();
        for (Map.Entry<String, List<String>> parameter : parameters) {
            // Version 2.1 leaves the name out.
            boolean isType = parameter.getKey() == null || parameter.getKey().equals("TYPE");
            for (String value : isType ? parameter.getValue() : List.<String>of()) {
                for (String type : value.split(",", -1)) {
                    types.add(type.replace("\"", "").strip().toUpperCase(Locale.ROOT));
                }
            }
        }
        return types;
    }

    private static String number(String value) {
        String number = value.regionMatches(true, 0, "tel:", 0, 4) ? value.substring(4) : value;
        int extension = number.indexOf(';');
        return extension < 0 ? number : number.substring(0, extension);
    }

    private static @Nullable PartialDate day(String value) {
        Matcher day = DAY.matcher(value);
        try {
            return day.matches()
                    ? PartialDate.parse(day.group(1) + '-' + day.group(2) + '-' + day.group(3))
                    : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<String> structured(String value) {
        return VObjectPropertyValues.parseStructured(value).stream()
                .map(values -> String.join(" ", values))
                .toList();
    }

    private static String plain(String value) {
        return VObjectPropertyValues.unescape(value).strip();
    }

    /** The value; quoted-printable without a charset is UTF-8 or Windows-1252, as files are. */
    private static String text(VObjectProperty property) {
        String value = property.getValue();
        VObjectParameters parameters = property.getParameters();
        boolean bytes =
                parameters.isQuotedPrintable()
                        && parameters.first("CHARSET") == null
                        && value.chars().allMatch(c -> c < 256);
        return bytes ? ExportText.decode(value.getBytes(StandardCharsets.ISO_8859_1)) : value;
    }
}
