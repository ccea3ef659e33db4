package org.kithway.connector.instagram;

import java.util.Locale;
import java.util.Set;

/** Words that exports write in the member's language and that nothing else tells. */
enum Labels {
    USERNAME(
            "username",
            "nom d'utilisateur",
            "benutzername",
            "nutzername",
            "gebruikersnaam",
            "nombre de usuario",
            "nome utente",
            "nome de usuário",
            "nome de utilizador",
            "brugernavn",
            "brukernavn",
            "användarnamn",
            "nazwa użytkownika",
            "kullanıcı adı",
            "nume de utilizator"),
    NAME("name", "nom", "nombre", "nome", "naam", "navn", "namn", "imię i nazwisko", "nume"),
    BIO("bio", "biographie", "biografie", "biografía", "biografia", "steckbrief", "presentación"),
    WEBSITE("website", "site web", "sitio web", "sito web", "site", "webseite", "hjemmeside"),
    PRIVATE_ACCOUNT(
            "private account",
            "compte privé",
            "privates konto",
            "privéaccount",
            "cuenta privada",
            "account privato",
            "conta privada",
            "privat konto",
            "konto prywatne",
            "cont privat"),
    MEDIA_OWNER(
            "media owner",
            "propriétaire du contenu multimédia",
            "propriétaire du média",
            "auteur",
            "media-inhaber",
            "eigenaar media",
            "propietario del contenido multimedia",
            "proprietario del contenuto multimediale",
            "proprietário da mídia"),
    COMMENT(
            "comment",
            "commentaire",
            "kommentar",
            "opmerking",
            "comentario",
            "commento",
            "comentário");

    private final Set<String> spellings;

    Labels(String... spellings) {
        this.spellings = Set.of(spellings);
    }

    boolean is(String label) {
        return spellings.contains(label.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }
}
