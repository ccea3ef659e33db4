package org.kithway.connector.facebook;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that exports write in the member's language and that nothing else tells. */
final class Labels {
    /** What stands in place of the name of somebody who left. */
    private static final Set<String> CLOSED =
            Set.of(
                    "facebook user",
                    "facebook-bruger",
                    "facebook-nutzer",
                    "facebook-nutzer/in",
                    "facebook-gebruiker",
                    "facebook-användare",
                    "facebook-bruker",
                    "utilisateur facebook",
                    "utilisateur de facebook",
                    "usuario de facebook",
                    "utente facebook",
                    "utente di facebook",
                    "utilizador do facebook",
                    "usuário do facebook",
                    "użytkownik facebooka",
                    "utilizator facebook",
                    "facebook kullanıcısı",
                    "người dùng facebook",
                    "пользователь facebook");

    private static final Set<String> FULL_NAME =
            Set.of(
                    "name",
                    "full name",
                    "navn",
                    "fulde navn",
                    "vollständiger name",
                    "nom",
                    "nom complet",
                    "nombre",
                    "nombre completo",
                    "nome",
                    "nome completo",
                    "naam",
                    "volledige naam",
                    "namn",
                    "imię i nazwisko");

    /** Headings on the first generation's page of friends. */
    private static final Map<String, FileKind> SECTIONS =
            Map.ofEntries(
                    Map.entry("friends", FileKind.FRIENDS),
                    Map.entry("sent friend requests", FileKind.REQUESTS_SENT),
                    Map.entry("received friend requests", FileKind.REQUESTS_RECEIVED),
                    Map.entry("declined friend requests", FileKind.REQUESTS_REJECTED),
                    Map.entry("rejected friend requests", FileKind.REQUESTS_REJECTED),
                    Map.entry("removed friends", FileKind.REMOVED_FRIENDS),
                    Map.entry("venner", FileKind.FRIENDS),
                    Map.entry("sendte venneanmodninger", FileKind.REQUESTS_SENT),
                    Map.entry("modtagne venneanmodninger", FileKind.REQUESTS_RECEIVED),
                    Map.entry("fjernede venner", FileKind.REMOVED_FRIENDS),
                    Map.entry("freunde", FileKind.FRIENDS),
                    Map.entry("gesendete freundschaftsanfragen", FileKind.REQUESTS_SENT),
                    Map.entry("erhaltene freundschaftsanfragen", FileKind.REQUESTS_RECEIVED),
                    Map.entry("abgelehnte freundschaftsanfragen", FileKind.REQUESTS_REJECTED),
                    Map.entry("entfernte freunde", FileKind.REMOVED_FRIENDS));

    private Labels() {}

    static boolean isClosed(String name) {
        return CLOSED.contains(name.toLowerCase(Locale.ROOT));
    }

    static boolean isFullName(String label) {
        return FULL_NAME.contains(label.strip().toLowerCase(Locale.ROOT));
    }

    /** What stands under a heading, or null if the heading is not known. */
    static @Nullable FileKind section(String heading) {
        return SECTIONS.get(heading.strip().toLowerCase(Locale.ROOT));
    }
}
