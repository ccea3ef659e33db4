package org.kithway.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Under which names and numbers the town's people appear at other sites: with a nickname here, an
 * initial there, without accents elsewhere. Members of the cooperative have an account everywhere.
 */
public final class Presence {
    private static final long PRESENCE = 31;
    private static final long FIRST_NUMBER = 100_000_000L;

    private final Town town;

    Presence(Town town) {
        this.town = town;
    }

    /** A site of the town's people, besides the one for work. */
    public enum Site {
        FACEBOOK(0.6),
        TWITTER(0.35),
        MYSPACE(0.12),
        BLOGGER(0.1);

        private final double share;

        Site(double share) {
            this.share = share;
        }

        /** The site's name in facts. */
        public String siteName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody's account.
     *
     * @param number unique at the site
     * @param handle what stands in the account's address
     * @param name as shown there
     */
    public record Account(Site site, long number, String handle, String name) {}

    /**
     * The person's account at the site, if they have one. Closed accounts are closed everywhere.
     */
    public Optional<Account> account(Person person, Site site) {
        Dice dice = Dice.of(town.seed(), PRESENCE, site.ordinal(), person.id());
        boolean member = person.id() < Town.COOPERATIVE_SIZE;
        if (person.closed() || (!dice.chance(site.share) && !member)) {
            return Optional.empty();
        }
        // Numbers grow with the person's id, so that none is given twice.
        long number = FIRST_NUMBER * (site.ordinal() + 1) + person.id() * 97L + dice.below(97);
        String given = Names.ascii(person.given()).replace("-", "");
        String family = Names.ascii(plainFamily(person)).replace("-", "");
        String handle =
                switch (dice.below(3)) {
                    case 0 -> given + person.id();
                    case 1 -> given.charAt(0) + family + person.id();
                    default -> family + "_" + person.id();
                };
        String name = member ? person.given() + " " + plainFamily(person) : name(person, dice);
        return Optional.of(new Account(site, number, handle, name));
    }

    private static String name(Person person, Dice dice) {
        String given = person.given();
        String family = plainFamily(person);
        return switch (dice.below(10)) {
            case 0 -> given + " " + family.charAt(0) + ".";
            case 1 -> given.substring(0, Math.min(4, given.length())) + " " + family;
            case 2 -> family + " " + given;
            case 3 -> plain(given + " " + family);
            default -> given + " " + family;
        };
    }

    /** Without the degree or flower that some put behind it at work. */
    private static String plainFamily(Person person) {
        return person.family().split("[, ]", 2)[0];
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ø', 'o')
                .replace('Ø', 'O')
                .replace('ł', 'l')
                .replace('Ł', 'L')
                .replace("Þ", "Th");
    }

    /** All accounts of the person, by site. */
    public List<Account> accounts(Person person) {
        return List.of(Site.values()).stream()
                .flatMap(site -> account(person, site).stream())
                .toList();
    }
}
