package org.kithway.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An interest of an adviser in the thing that is to be bought, as far as positions tell. It does
 * not say that somebody advises badly; only that it must be known.
 */
public enum Interest {
    /** Works for the seller. */
    SELLER,
    /** Worked for the seller. */
    FORMER_SELLER,
    /** Sells, resells or stands for something as a profession. */
    SELLS,
    /** Invests as a profession. */
    INVESTS;

    private static final Set<String> SELLING =
            Set.of(
                    "sales",
                    "reseller",
                    "dealer",
                    "distributor",
                    "vendor",
                    "vertrieb",
                    "händler",
                    "verkauf",
                    "commercial",
                    "ventas");
    private static final Set<String> INVESTING =
            Set.of("investor", "venture", "investment", "shareholder", "investissement");

    /**
     * The interests of a person.
     *
     * @param wanted the product or its seller, in plain words
     * @param organization the present one, empty if not known
     * @param organizations present and former ones
     * @param title the present one, empty if not known
     */
    public static List<Interest> of(
            String wanted, String organization, Collection<String> organizations, String title) {
        List<Interest> found = new ArrayList<>();
        if (sells(organization, wanted)) {
            found.add(SELLER);
        } else if (organizations.stream().anyMatch(each -> sells(each, wanted))) {
            found.add(FORMER_SELLER);
        }
        List<String> words = words(title);
        if (words.stream().anyMatch(SELLING::contains)) {
            found.add(SELLS);
        }
        if (words.stream().anyMatch(INVESTING::contains)) {
            found.add(INVESTS);
        }
        return found;
    }

    /** Whether the wanted thing is called by the organization's name, or its first word. */
    private static boolean sells(String organization, String wanted) {
        List<String> name = words(organization);
        return !name.isEmpty() && words(wanted).contains(name.getFirst());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .toList();
    }
}
