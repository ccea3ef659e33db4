package org.kithway.identity;

import org.kithway.identity.match.Comparison;
import org.kithway.identity.name.JobFunction;
import org.kithway.identity.name.OrganizationComparison;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.PersonName;
import org.kithway.identity.name.Seniority;
import org.kithway.identity.name.Title;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which level of {@link Evidence} two references reach; symmetric. */
final class EvidenceLevels {
    private static final int SAME_IN_TIME = 0;
    private static final int SAME = 1;
    private static final int ALIKE = 2;
    private static final int RELATED = 3;
    private static final Pattern PART = Pattern.compile("[,/(|]");
    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}]+");

    private EvidenceLevels() {}

    /**
     * @param organization by whose share the weight of the level is to be corrected, or empty
     */
    record Found(int level, String organization) {
        static final Found NOTHING = new Found(Comparison.MISSING, "");

        private Found better(int other, String key) {
            return level == Comparison.MISSING || other < level ? new Found(other, key) : this;
        }
    }

    static Found of(Evidence kind, Reference one, Reference other) {
        return switch (kind) {
            case EMPLOYER -> employer(one, other);
            case TITLE -> new Found(title(one, other), "");
            case SCHOOL -> school(one, other);
            case PLACE -> new Found(place(one.towns(), other.towns()), "");
            case HANDLE -> new Found(handle(one, other), "");
        };
    }

    private static Found employer(Reference one, Reference other) {
        Found found = Found.NOTHING;
        for (Employment a : one.employments()) {
            for (Employment b : other.employments()) {
                OrganizationName x = a.organization();
                OrganizationName y = b.organization();
                if (x == null || y == null) {
                    continue;
                }
                boolean together = overlap(a.from(), a.to(), b.from(), b.to());
                boolean apart = a.isDated() && b.isDated() && !together;
                found =
                        switch (OrganizationComparison.of(x, y).agreement()) {
                            case UNKNOWN -> found;
                            case DIFFERENT -> found.better(last(Evidence.EMPLOYER), "");
                            case RELATED, ACRONYM -> found.better(RELATED, "");
                            case SPELLING -> found.better(together ? ALIKE : RELATED, "");
                            case SAME ->
                                    found.better(
                                            together ? SAME_IN_TIME : apart ? RELATED : SAME,
                                            least(x.key(), y.key()));
                        };
            }
        }
        return found;
    }

    private static Found school(Reference one, Reference other) {
        Found found = Found.NOTHING;
        for (Schooling a : one.schools()) {
            for (Schooling b : other.schools()) {
                boolean together = overlap(a.from(), a.to(), b.from(), b.to());
                found =
                        switch (OrganizationComparison.of(a.school(), b.school()).agreement()) {
                            case UNKNOWN -> found;
                            case DIFFERENT, RELATED -> found.better(last(Evidence.SCHOOL), "");
                            case ACRONYM, SPELLING -> found.better(SAME, "");
                            case SAME ->
                                    found.better(
                                            together ? SAME_IN_TIME : SAME,
                                            least(a.school().key(), b.school().key()));
                        };
            }
        }
        return found;
    }

    /** Both known, and a year in common; an open end reaches a year beyond what is known. */
    private static boolean overlap(int from, int to, int otherFrom, int otherTo) {
        if ((from == 0 && to == 0) || (otherFrom == 0 && otherTo == 0)) {
            return false;
        }
        int a = from == 0 ? to : from;
        int b = to == 0 ? from : to;
        int c = otherFrom == 0 ? otherTo : otherFrom;
        int d = otherTo == 0 ? otherFrom : otherTo;
        return a <= d + 1 && c <= b + 1;
    }

    private static int title(Reference one, Reference other) {
        int best = Comparison.MISSING;
        for (Employment a : one.employments()) {
            for (Employment b : other.employments()) {
                Employment.Role x = a.role();
                Employment.Role y = b.role();
                if (x == null || y == null) {
                    continue;
                }
                int level = 2;
                if (x.words().equals(y.words())) {
                    level = 0;
                } else if (alike(x.title(), y.title())) {
                    level = 1;
                } else if (x.title().functions().isEmpty() || y.title().functions().isEmpty()) {
                    continue;
                }
                best = best == Comparison.MISSING ? level : Math.min(best, level);
            }
        }
        return best;
    }

    private static boolean alike(Title x, Title y) {
        Set<JobFunction> shared = new HashSet<>(x.functions());
        shared.retainAll(y.functions());
        return !shared.isEmpty()
                || x.functions().isEmpty()
                        && y.functions().isEmpty()
                        && x.seniority() == y.seniority()
                        && x.seniority() != Seniority.UNKNOWN;
    }

    private static int place(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Comparison.MISSING;
        }
        return Collections.disjoint(one, other) ? 1 : 0;
    }

    /** The most exact part of a place: what comes first of "Graz, Styria, Austria". */
    static String town(String place) {
        String town = words(PART.split(place, 2)[0]);
        return town.isEmpty() ? words(place) : town;
    }

    private static int handle(Reference one, Reference other) {
        if (one.handles().isEmpty() || other.handles().isEmpty()) {
            return Comparison.MISSING;
        }
        int best = last(Evidence.HANDLE);
        for (String a : one.handles()) {
            for (String b : other.handles()) {
                if (a.equals(b)) {
                    best = Math.min(best, isOfName(a, one, other) ? 1 : 0);
                } else if (letters(a).equals(letters(b))) {
                    best = Math.min(best, 1);
                }
            }
        }
        return best;
    }

    /** Whether people of that name would come upon that handle. */
    private static boolean isOfName(String handle, Reference one, Reference other) {
        if (handle.chars().anyMatch(Character::isDigit)) {
            return false;
        }
        String letters = letters(handle);
        for (PersonName name : List.copyOf(named(one, other))) {
            int rest = letters.length();
            for (String word : words(name)) {
                if (letters.contains(word)) {
                    rest -= word.length();
                }
            }
            if (rest <= 2) {
                return true;
            }
        }
        return false;
    }

    private static Set<PersonName> named(Reference one, Reference other) {
        Set<PersonName> names = new HashSet<>(one.names());
        names.addAll(other.names());
        return names;
    }

    private static Set<String> words(PersonName name) {
        Set<String> words = new HashSet<>(name.given());
        words.addAll(name.family());
        words.removeIf(word -> word.length() < 2);
        return words;
    }

    private static String letters(String text) {
        return LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    static String words(String text) {
        return LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private static String least(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static int last(Evidence kind) {
        return kind.prior.levels().size() - 1;
    }
}
