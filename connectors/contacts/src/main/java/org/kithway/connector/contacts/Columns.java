package org.kithway.connector.contacts;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.Place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where the columns of an address book stand that are read. Columns are told by their names, never
 * by their order: Google writes as many {@code E-mail n} as are needed, Outlook writes the names in
 * the user's language.
 *
 * @param kind the program
 * @param size how many cells the header has
 * @param name the full name, or -1
 * @param names the parts of the name in their order
 * @param emails e-mail addresses
 * @param phones telephone numbers that may be mobile
 * @param websites web addresses
 * @param organization the first organization, or -1
 * @param title the title there, or -1
 * @param unknown columns that neither are read nor are known as columns that are not
 */
record Columns(
        String kind,
        int size,
        int name,
        List<Integer> names,
        List<Integer> emails,
        List<Phone> phones,
        List<Integer> websites,
        int organization,
        int title,
        List<Integer> unknown) {
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern DECORATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern GOOGLE_VALUE = Pattern.compile("(email|phone|website)(\\d+)value");

    /** What else Google writes. */
    private static final Pattern GOOGLE_KNOWN =
            Pattern.compile(
                    "name|givenname|firstname|additionalname|middlename|familyname|lastname"
                            + "|yomi.*|.*nameyomi|phonetic.*|nameprefix|namesuffix|initials"
                            + "|nickname|shortname|maidenname|fileas|birthday|gender|location"
                            + "|billinginformation|directoryserver|mileage|occupation|hobby"
                            + "|sensitivity|priority|subject|notes|language|photo|labels"
                            + "|groupmembership|organization(name|title|department)"
                            + "|(email|phone|website|im|address|organization|relation|event"
                            + "|externalid|jot|calendarlink|customfield|userdefined|hobby"
                            + "|keyword)\\d+.*");

    private static final Pattern OUTLOOK_EMAIL =
            Pattern.compile(
                    "email(\\d?)address|email(\\d?)adresse|adressedemessagerie(\\d?)"
                            + "|direcciondel?correoelectronico(\\d?)"
                            + "|indirizzopostaelettronica(\\d?)"
                            + "|enderecod[eo](?:email|correioelet?c?tronico)(\\d?)"
                            + "|emailadres(\\d?)");

    private static final Set<String> GIVEN =
            Set.of("firstname", "vorname", "prenom", "nombre", "nome", "primeironome", "voornaam");
    private static final Set<String> MIDDLE =
            Set.of(
                    "middlename",
                    "weiterevornamen",
                    "deuxiemeprenom",
                    "segundonombre",
                    "secondonome",
                    "segundonome",
                    "outrosnomesapelidos",
                    "middelstenaam");
    private static final Set<String> FAMILY =
            Set.of(
                    "lastname",
                    "nachname",
                    "nom",
                    "apellidos",
                    "cognome",
                    "sobrenome",
                    "apelido",
                    "achternaam");
    private static final Set<String> COMPANY =
            Set.of(
                    "company",
                    "firma",
                    "societe",
                    "organizacion",
                    "compania",
                    "societa",
                    "empresa",
                    "bedrijf");
    private static final Set<String> JOB =
            Set.of(
                    "jobtitle",
                    "position",
                    "titre",
                    "fonction",
                    "puesto",
                    "posizione",
                    "cargo",
                    "functie");
    private static final Set<String> MOBILE =
            Set.of(
                    "mobilephone",
                    "mobiltelefon",
                    "telmobile",
                    "telephonemobile",
                    "movil",
                    "telefonomovil",
                    "cellulare",
                    "telefonecelular",
                    "telemovel",
                    "mobieletelefoon");
    private static final Set<String> WEB =
            Set.of(
                    "webpage",
                    "personalwebpage",
                    "webseite",
                    "pageweb",
                    "paginaweb",
                    "paginadaweb",
                    "paginanaweb",
                    "webpagina");

    /**
     * A column of telephone numbers.
     *
     * @param label the column that says which sort of telephone it is, or -1 if it is a mobile one
     * @param value the column of numbers
     */
    record Phone(int label, int value) {}

    /** The columns, or null if the header is none of an address book that is known. */
    static @Nullable Columns of(List<String> header) {
        List<String> plain = header.stream().map(Columns::plain).toList();
        Columns google = google(plain);
        return google != null ? google : outlook(plain);
    }

    private static @Nullable Columns google(List<String> header) {
        boolean old = header.contains("givenname") && header.contains("familyname");
        boolean recent = header.contains("firstname") && header.contains("lastname");
        boolean google =
                header.stream().anyMatch(name -> GOOGLE_VALUE.matcher(name).matches())
                        || (header.contains("groupmembership") || header.contains("labels"));
        if (!google || !(old || recent)) {
            return null;
        }
        List<Integer> emails = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        List<Integer> websites = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher value = GOOGLE_VALUE.matcher(header.get(i));
            if (value.matches()) {
                switch (value.group(1)) {
                    case "email" -> emails.add(i);
                    case "website" -> websites.add(i);
                    default -> {
                        String phone = "phone" + value.group(2);
                        phones.add(new Phone(any(header, phone + "type", phone + "label"), i));
                    }
                }
            } else if (!GOOGLE_KNOWN.matcher(header.get(i)).matches()) {
                unknown.add(i);
            }
        }
        return new Columns(
                "google",
                header.size(),
                header.indexOf("name"),
                old
                        ? there(
                                header,
                                Set.of("givenname"),
                                Set.of("additionalname"),
                                Set.of("familyname"))
                        : there(header, GIVEN, MIDDLE, FAMILY),
                emails,
                phones,
                websites,
                any(header, "organization1name", "organizationname"),
                any(header, "organization1title", "organizationtitle"),
                unknown);
    }

    /** Other tables have names, addresses and companies as well; only Outlook's have all this. */
    private static @Nullable Columns outlook(List<String> header) {
        List<Integer> emails = new ArrayList<>();
        List<Phone> phones = new ArrayList<>();
        List<Integer> websites = new ArrayList<>();
        int title = -1;
        int given = first(header, GIVEN);
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (OUTLOOK_EMAIL.matcher(name).matches()) {
                emails.add(i);
            } else if (MOBILE.contains(name)) {
                phones.add(new Phone(-1, i));
            } else if (WEB.contains(name)) {
                websites.add(i);
            } else if (JOB.contains(name) && i > given) {
                // French has "Titre" for both; the first is how to address somebody.
                title = i;
            }
        }
        int company = first(header, COMPANY);
        boolean outlook =
                given >= 0
                        && first(header, FAMILY) >= 0
                        && first(header, MIDDLE) >= 0
                        && !emails.isEmpty()
                        && company >= 0;
        return outlook
                ? new Columns(
                        "outlook",
                        header.size(),
                        -1,
                        there(header, GIVEN, MIDDLE, FAMILY),
                        emails,
                        phones,
                        websites,
                        company,
                        title,
                        List.of())
                : null;
    }

    /** A word on columns that are not known, by their numbers; null if there are none. */
    Reading.@Nullable Notice notice(String entry) {
        if (unknown.isEmpty()) {
            return null;
        }
        String numbers =
                unknown.stream()
                        .map(i -> Integer.toString(i + 1))
                        .collect(Collectors.joining(", "));
        return new Reading.Notice(
                Place.of(entry), "columns that are not known and not read: " + numbers);
    }

    private static int first(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static int any(List<String> header, String name, String otherName) {
        return Math.max(header.indexOf(name), header.indexOf(otherName));
    }

    @SafeVarargs
    private static List<Integer> there(List<String> header, Set<String>... names) {
        List<Integer> there = new ArrayList<>();
        for (Set<String> each : names) {
            int index = first(header, each);
            if (index >= 0) {
                there.add(index);
            }
        }
        return there;
    }

    /** Letters and digits in lower case, without accents. */
    static String plain(String name) {
        String bare =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return DECORATION.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
