package org.kithway.connector.mail;

import java.util.Set;

/** What folders and labels are for, by the names that they have in several languages. */
enum Folders {
    SENT(
            "sent",
            "sent items",
            "sent mail",
            "sent messages",
            "gesendet",
            "gesendete elemente",
            "gesendete objekte",
            "envoyés",
            "messages envoyés",
            "éléments envoyés",
            "enviados",
            "elementos enviados",
            "enviadas",
            "itens enviados",
            "e-mails enviados",
            "inviati",
            "posta inviata",
            "verzonden",
            "verzonden items",
            "sendt",
            "skickat"),
    DRAFTS(
            "drafts",
            "draft",
            "entwürfe",
            "brouillons",
            "borradores",
            "borrador",
            "rascunhos",
            "bozze",
            "concepten",
            "kladder",
            "utkast",
            "templates",
            "unsent messages",
            "outbox"),
    UNWANTED(
            "spam",
            "junk",
            "junk e-mail",
            "junk-e-mail",
            "bulk mail",
            "trash",
            "bin",
            "deleted",
            "deleted items",
            "deleted messages",
            "papierkorb",
            "gelöschte elemente",
            "corbeille",
            "éléments supprimés",
            "courrier indésirable",
            "papelera",
            "elementos eliminados",
            "correo no deseado",
            "lixeira",
            "lixo",
            "itens excluídos",
            "cestino",
            "posta eliminata",
            "posta indesiderata",
            "prullenbak",
            "verwijderde items",
            "ongewenste e-mail",
            "papirkurv",
            "papperskorgen",
            "skräppost"),
    CHATS("chat", "chats");

    private final Set<String> names;

    Folders(String... names) {
        this.names = Set.of(names);
    }

    /** Whether one of the names, in lower case, says so. */
    boolean isAmong(Set<String> labels) {
        return labels.stream().anyMatch(names::contains);
    }
}
