package org.kithway.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of people and places, put together from syllables so that they belong to nobody. */
final class Names {
    private static final List<String> GIVEN_STARTS =
            List.of(
                    "Al", "Bri", "Cas", "Dor", "El", "Fen", "Gil", "Hes", "Ior", "Jas", "Kel",
                    "Lor", "Mir", "Nev", "Or", "Per", "Quil", "Ros", "Sel", "Tav", "Ul", "Ver",
                    "Wil", "Yar", "Zel");
    private static final List<String> ACCENTED_STARTS =
            List.of("Jør", "Søl", "Åsk", "Živ", "Édr", "Łuk", "Nuñ", "Çem", "Hül", "Þór");
    private static final List<String> GIVEN_ENDS =
            List.of(
                    "andor", "ewin", "ibel", "omar", "une", "ativ", "issen", "ovane", "ellin",
                    "adric", "irath", "enka", "unio", "astel", "orin", "ethe", "avel", "imund");
    private static final List<String> FAMILY_STARTS =
            List.of(
                    "Brack", "Harrow", "Tinder", "Ostel", "Quell", "Marn", "Fallo", "Grimsel",
                    "Hollo", "Westrel", "Thornel", "Caldo", "Pennor", "Rushel", "Stav", "Velk",
                    "Drumel", "Ember", "Lundra", "Skelm", "Yewen", "Norro", "Plover", "Cindel",
                    "Ask");
    private static final List<String> FAMILY_ENDS =
            List.of(
                    "mere", "holt", "wick", "quist", "garth", "vane", "lowe", "stede", "brook",
                    "fenn", "dahl", "mond", "tarn", "hewer", "søn", "strøm");
    private static final List<String> TITLES = List.of(", MBA", ", PhD", ", MSc", " 🌱");

    private Names() {}

    static String given(Dice dice) {
        return dice.pick(dice.chance(0.06) ? ACCENTED_STARTS : GIVEN_STARTS)
                + dice.pick(GIVEN_ENDS);
    }

    static String family(Dice dice) {
        return dice.pick(FAMILY_STARTS) + dice.pick(FAMILY_ENDS);
    }

    /** What some people put behind their name where only the family name should stand. */
    static String titleBehindName(Dice dice) {
        return dice.chance(0.02) ? dice.pick(TITLES) : "";
    }

    /** The first word of a firm's name. */
    static String firm(Dice dice) {
        return dice.pick(FAMILY_STARTS)
                + dice.pick(List.of("meer", "water", "field", "haven", "dale", "bridge"));
    }

    /**
     * Lower case, words joined by hyphens; letters beyond ASCII are kept, as in a site's own
     * addresses.
     */
    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** As {@link #slug} in ASCII letters alone, for the names of hosts and mailboxes. */
    static String ascii(String name) {
        return slug(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("þ", "th")
                .replaceAll("[^a-z0-9-]", "");
    }
}
