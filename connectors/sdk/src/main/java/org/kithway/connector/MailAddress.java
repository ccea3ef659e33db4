package org.kithway.connector;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An e-mail address as exports write it: the account that it stands for, and whether it is one
 * person's at all. Addresses that many people or machines share would make one person of them all.
 */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[^\\s@,;:<>\"()\\[\\]\\\\\\p{Cc}]{1,64}"
                            + "@[^\\s@,;:<>\"()\\[\\]\\\\\\p{Cc}]+\\.[^\\s@,;:<>\"()\\[\\]\\\\.\\p{Cc}]+");

    private static final Pattern SEPARATOR = Pattern.compile("[-_.+=]+");

    private static final Set<String> GENERAL =
            Set.of(
                    "accounting",
                    "accounts",
                    "admin",
                    "administration",
                    "administrator",
                    "all",
                    "bestellung",
                    "bewerbung",
                    "billing",
                    "board",
                    "booking",
                    "bookings",
                    "buchhaltung",
                    "bonjour",
                    "careers",
                    "contabilidad",
                    "contact",
                    "contacto",
                    "contato",
                    "contatti",
                    "customerservice",
                    "datenschutz",
                    "email",
                    "enquiries",
                    "events",
                    "everyone",
                    "feedback",
                    "hallo",
                    "hello",
                    "help",
                    "helpdesk",
                    "hostmaster",
                    "info",
                    "infos",
                    "inquiries",
                    "invoices",
                    "jobs",
                    "karriere",
                    "kontakt",
                    "kundenservice",
                    "legal",
                    "mail",
                    "marketing",
                    "media",
                    "members",
                    "office",
                    "orders",
                    "post",
                    "press",
                    "presse",
                    "privacy",
                    "rechnung",
                    "reception",
                    "recruiting",
                    "reservations",
                    "sales",
                    "secretariat",
                    "security",
                    "sekretariat",
                    "service",
                    "shop",
                    "staff",
                    "support",
                    "team",
                    "ventas",
                    "vertrieb",
                    "webmaster");

    /** Where one of the parts of a name is one of these, a machine writes. */
    private static final Set<String> AUTOMATIC =
            Set.of(
                    "alert",
                    "alerts",
                    "autoreply",
                    "bounce",
                    "bounces",
                    "daemon",
                    "newsletter",
                    "newsletters",
                    "notification",
                    "notifications",
                    "notify",
                    "postmaster",
                    "unsubscribe");

    private static final Set<String> ANSWERLESS =
            Set.of("noreply", "donotreply", "mailerdaemon", "nepasrepondre", "nichtantworten");

    private MailAddress() {}

    /** To whom mail at an address goes. */
    public enum Holder {
        PERSON,
        /** Whoever has an office or a task: {@code info@…}, {@code sales@…}. */
        ORGANIZATION,
        /** Nobody: {@code no-reply@…}, {@code notifications@…}. */
        MACHINE
    }

    /**
     * The account, in lower case; null if the text is no address. Takes {@code mailto:} and angle
     * brackets around it.
     */
    public static @Nullable AccountId account(@Nullable String text) {
        if (text == null || text.length() > 2 * LONGEST) {
            return null;
        }
        String plain = text.strip();
        if (plain.startsWith("<") && plain.endsWith(">")) {
            plain = plain.substring(1, plain.length() - 1).strip();
        }
        if (plain.regionMatches(true, 0, "mailto:", 0, 7)) {
            plain = plain.substring(7);
        }
        return plain.length() <= LONGEST && ADDRESS.matcher(plain).matches()
                ? AccountId.email(plain)
                : null;
    }

    /** Who holds the address, judged by the part before the {@code @}. */
    public static Holder holder(AccountId email) {
        String key = email.key();
        int at = key.indexOf('@');
        String local = (at < 0 ? key : key.substring(0, at)).toLowerCase(Locale.ROOT);
        String joined = SEPARATOR.matcher(local).replaceAll("");
        if (ANSWERLESS.stream().anyMatch(joined::contains)) {
            return Holder.MACHINE;
        }
        for (String part : SEPARATOR.split(local)) {
            if (AUTOMATIC.contains(part)) {
                return Holder.MACHINE;
            }
        }
        return GENERAL.contains(joined) ? Holder.ORGANIZATION : Holder.PERSON;
    }
}
