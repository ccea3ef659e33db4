package org.kithway.identity.name;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds for each word of a name the word of another name that it stands for. */
final class NameAlignment {
    /** A pair of words, one of each side. */
    private record Pair(int left, int right, NameAgreement agreement, boolean sameRole) {}

    /** How much remains of the score when something speaks against it. */
    private static final double CONTRADICTED = 0.6;

    /** The highest score of names of several words that have one word in common. */
    private static final double ONE_WORD = 0.65;

    private static final int SHORTEST_JOINED = 4;

    private final PersonName leftName;
    private final PersonName rightName;
    private final List<Token> left = new ArrayList<>();
    private final List<Token> right = new ArrayList<>();
    private final int leftGiven;
    private final int rightGiven;
    private final boolean[] leftUsed;
    private final boolean[] rightUsed;
    private final List<Pair> pairs = new ArrayList<>();

    NameAlignment(PersonName leftName, PersonName rightName) {
        this.leftName = leftName;
        this.rightName = rightName;
        left.addAll(leftName.givenTokens);
        right.addAll(rightName.givenTokens);
        leftGiven = left.size();
        rightGiven = right.size();
        left.addAll(leftName.familyTokens);
        right.addAll(rightName.familyTokens);
        leftUsed = new boolean[left.size()];
        rightUsed = new boolean[right.size()];
    }

    NameComparison comparison() {
        if (left.isEmpty() || right.isEmpty()) {
            return new NameComparison(
                    NameAgreement.UNKNOWN,
                    NameAgreement.UNKNOWN,
                    NameAgreement.UNKNOWN,
                    true,
                    false,
                    List.of(),
                    0);
        }
        align();
        List<NameMatch> matches = new ArrayList<>();
        NameAgreement given = NameAgreement.UNKNOWN;
        NameAgreement middle = NameAgreement.UNKNOWN;
        NameAgreement family = NameAgreement.UNKNOWN;
        boolean crossed = false;
        Pair swapped = swappedGiven();
        for (Pair pair : pairs) {
            boolean isFamily = isFamily(pair) && !pair.equals(swapped);
            crossed |= !pair.sameRole;
            matches.add(
                    new NameMatch(
                            left.get(pair.left).latin,
                            right.get(pair.right).latin,
                            pair.agreement,
                            isFamily));
            if (isFamily) {
                family = worse(family, pair.agreement);
            } else if (pair.left == 0 || pair.right == 0 || pair.equals(swapped)) {
                given = better(given, pair.agreement);
            } else {
                middle = worse(middle, pair.agreement);
            }
        }
        boolean leftFirst = leftGiven > 0 && !leftUsed[0];
        boolean rightFirst = rightGiven > 0 && !rightUsed[0];
        if (given == NameAgreement.UNKNOWN && leftFirst && rightFirst) {
            given = NameAgreement.DIFFERENT;
        }
        boolean leftMiddle = unused(leftUsed, 1, leftGiven);
        boolean rightMiddle = unused(rightUsed, 1, rightGiven);
        if (leftMiddle && rightMiddle
                || given != NameAgreement.DIFFERENT
                        && (leftFirst || leftMiddle)
                        && (rightFirst || rightMiddle)) {
            middle = NameAgreement.DIFFERENT;
        }
        boolean familyLeftOver =
                unused(leftUsed, leftGiven, left.size())
                        && unused(rightUsed, rightGiven, right.size());
        if (familyLeftOver) {
            family =
                    family == NameAgreement.UNKNOWN
                            ? NameAgreement.DIFFERENT
                            : worse(family, NameAgreement.SIMILAR);
        }
        boolean leftOver = unused(leftUsed, 0, left.size()) && unused(rightUsed, 0, right.size());
        if (leftOver && given != NameAgreement.DIFFERENT && middle != NameAgreement.DIFFERENT) {
            // What is left over has other roles, so it is not known which of them differ.
            if (given == NameAgreement.UNKNOWN) {
                given = NameAgreement.DIFFERENT;
            } else if (family == NameAgreement.UNKNOWN) {
                family = NameAgreement.DIFFERENT;
            } else if (!familyLeftOver) {
                middle = NameAgreement.DIFFERENT;
            }
        }
        if (crossed) {
            given = atMostWritten(given);
            family = atMostWritten(family);
        }
        return new NameComparison(
                given, middle, family, sameGeneration(), crossed, matches, score());
    }

    private void align() {
        if (left.size() > right.size()) {
            joinWords(left, leftUsed, right, rightUsed, false);
        } else if (left.size() < right.size()) {
            joinWords(right, rightUsed, left, leftUsed, true);
        }
        List<Pair> candidates = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                if (leftUsed[i] || rightUsed[j]) {
                    continue;
                }
                boolean given = i < leftGiven && j < rightGiven;
                NameAgreement agreement =
                        given
                                ? left.get(i).agreementAsGiven(right.get(j))
                                : left.get(i).agreement(right.get(j));
                if (agreement.compareTo(NameAgreement.DIFFERENT) > 0) {
                    candidates.add(new Pair(i, j, agreement, sameRole(i, j)));
                }
            }
        }
        candidates.sort(
                Comparator.comparing(Pair::agreement)
                        .reversed()
                        .thenComparing(p -> !p.sameRole)
                        .thenComparingInt(p -> Math.abs(p.left - p.right))
                        .thenComparingInt(p -> p.left + p.right));
        for (Pair pair : candidates) {
            if (!leftUsed[pair.left] && !rightUsed[pair.right]) {
                use(pair);
            }
        }
        alignRest();
    }

    /** Spaces in another place: Arefullaha ref is Arefullah Aref, but for a slip. */
    private void alignRest() {
        int i = firstUnused(leftUsed);
        int j = firstUnused(rightUsed);
        if (i < 0
                || j < 0
                || left.get(i).writing == Writing.SYLLABLES
                || right.get(j).writing == Writing.SYLLABLES) {
            return;
        }
        String a = rest(left, leftUsed);
        String b = rest(right, rightUsed);
        int length = Math.max(a.length(), b.length());
        if (Similarity.distance(a, b, length < 10 ? 1 : 2) <= (length < 10 ? 1 : 2) && length > 4) {
            Arrays.fill(leftUsed, true);
            Arrays.fill(rightUsed, true);
            pairs.add(new Pair(i, j, NameAgreement.SPELLING, sameRole(i, j)));
        }
    }

    private static int firstUnused(boolean[] used) {
        for (int i = 0; i < used.length; i++) {
            if (!used[i]) {
                return i;
            }
        }
        return -1;
    }

    private static String rest(List<Token> tokens, boolean[] used) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < used.length; i++) {
            rest.append(used[i] ? "" : tokens.get(i).plain);
        }
        return rest.toString();
    }

    private void use(Pair pair) {
        leftUsed[pair.left] = true;
        rightUsed[pair.right] = true;
        pairs.add(pair);
    }

    /** Jong un is Jongun, and sounds like Jeongeun. */
    private void joinWords(
            List<Token> apart,
            boolean[] apartUsed,
            List<Token> whole,
            boolean[] wholeUsed,
            boolean swapped) {
        for (int i = 0; i + 1 < apart.size(); i++) {
            if (apartUsed[i] || apartUsed[i + 1]) {
                continue;
            }
            String both = apart.get(i).plain + apart.get(i + 1).plain;
            String sound = Sound.key(both);
            for (int j = 0; j < whole.size(); j++) {
                boolean same = whole.get(j).plain.equals(both);
                boolean alike =
                        sound.length() >= SHORTEST_JOINED && whole.get(j).sound.equals(sound);
                if (!wholeUsed[j] && (same || alike)) {
                    int l = swapped ? j : i;
                    int r = swapped ? i : j;
                    NameAgreement agreement = same ? NameAgreement.WRITTEN : NameAgreement.SPELLING;
                    use(new Pair(l, r, agreement, sameRole(l, r)));
                    apartUsed[i + 1] = true;
                    break;
                }
            }
        }
    }

    private boolean sameRole(int i, int j) {
        return i < leftGiven == j < rightGiven;
    }

    /**
     * If all words that agree would be family names although two of them have different roles, the
     * first of these in the order of the alphabet is taken for the given name.
     */
    private @Nullable Pair swappedGiven() {
        List<Pair> crossed = pairs.stream().filter(p -> !p.sameRole).toList();
        return crossed.size() < 2 || pairs.stream().anyMatch(p -> !isFamily(p))
                ? null
                : Collections.min(crossed, Comparator.comparing(this::alphabetical));
    }

    private String alphabetical(Pair pair) {
        String l = left.get(pair.left).latin;
        String r = right.get(pair.right).latin;
        return l.compareTo(r) <= 0 ? l + " " + r : r + " " + l;
    }

    /** Of two words with different roles, those that are known as given names are. */
    private boolean isFamily(Pair pair) {
        if (pair.sameRole) {
            return pair.left >= leftGiven;
        }
        return !NameVariants.isGivenName(left.get(pair.left).latin)
                && !NameVariants.isGivenName(right.get(pair.right).latin);
    }

    private static boolean unused(boolean[] used, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!used[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean sameGeneration() {
        String a = leftName.generation();
        String b = rightName.generation();
        return a.isEmpty() || b.isEmpty() || a.equals(b);
    }

    private double score() {
        double agreed = 0;
        for (Pair pair : pairs) {
            agreed +=
                    switch (pair.agreement) {
                        case EXACT, WRITTEN -> 1;
                        case VARIANT -> 0.9;
                        case SPELLING -> 0.85;
                        case SIMILAR -> 0.6;
                        case INITIAL -> 0.6;
                        case DIFFERENT, UNKNOWN -> 0;
                    };
        }
        int least = Math.min(left.size(), right.size());
        int most = Math.max(left.size(), right.size());
        double score = agreed / (0.8 * least + 0.2 * most);
        if (hasContradiction()) {
            score *= CONTRADICTED;
        }
        return pairs.size() < 2 && most > 1 ? Math.min(score, ONE_WORD) : score;
    }

    /** Each name has a word that the other lacks, or "A son of B" is compared with "B son of A". */
    private boolean hasContradiction() {
        boolean leftMore = unused(leftUsed, 0, left.size());
        boolean rightMore = unused(rightUsed, 0, right.size());
        for (Pair pair : pairs) {
            if (pair.agreement == NameAgreement.SIMILAR) {
                leftMore |= left.get(pair.left).isServantOf(right.get(pair.right));
                rightMore |= right.get(pair.right).isServantOf(left.get(pair.left));
            }
        }
        return leftMore && rightMore || leftName.sonOf && rightName.sonOf && !isFirst();
    }

    private boolean isFirst() {
        return pairs.stream().noneMatch(p -> p.left == 0 != (p.right == 0));
    }

    /** The worse of the two that are known. */
    private static NameAgreement worse(NameAgreement a, NameAgreement b) {
        if (a == NameAgreement.UNKNOWN || b == NameAgreement.UNKNOWN) {
            return better(a, b);
        }
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static NameAgreement atMostWritten(NameAgreement a) {
        return a == NameAgreement.EXACT ? NameAgreement.WRITTEN : a;
    }

    private static NameAgreement better(NameAgreement a, NameAgreement b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
