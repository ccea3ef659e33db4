package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.Site;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.Decision.ImportUndone;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which parts of which imports count. Exports of one account by one member in one layer replace
 * each other part by part: of each part, the latest export that has all of it counts. An absent
 * part replaces nothing; an older export that comes later fills gaps only. An export that has but a
 * fragment of a part replaces nothing either: the fragment counts beside the latest whole one,
 * unless it is older. A function of the set of imports alone, whatever the order they came in:
 * without an import, all is as though it had never been.
 */
public final class Supersession {
    /** Later is greater: by export date, else by upload; then by upload, then by id. */
    private static final Comparator<ImportSettled> BY_AGE =
            Comparator.comparing(ImportSettled::asOf)
                    .thenComparing(ImportSettled::submitted)
                    .thenComparing(ImportSettled::imported);

    private Supersession() {}

    /** What can replace each other: private imports never touch shared ones, nor those them. */
    private record Line(
            MemberId member, Site site, @Nullable AccountId owner, Layer layer, String part) {}

    /**
     * The imports that are settled and not undone after the decisions. A decision may come more
     * than once; an import that was undone stays so.
     */
    public static Map<ImportId, ImportSettled> settled(Iterable<? extends Decision> decisions) {
        Map<ImportId, ImportSettled> settled = new TreeMap<>();
        Set<ImportId> undone = new HashSet<>();
        for (Decision decision : decisions) {
            switch (decision) {
                case ImportSettled one -> settled.put(one.imported(), one);
                case ImportUndone one -> undone.add(one.imported());
                case Decision.OfIdentity one -> {}
                case Decision.OfAsking one -> {}
            }
        }
        settled.keySet().removeAll(undone);
        return settled;
    }

    /**
     * The parts of each import that count; imports of which none does are left out. O(n log n) in
     * imports and their parts.
     *
     * @param settled each import once
     */
    public static Map<ImportId, Set<String>> active(Collection<ImportSettled> settled) {
        Map<Line, ImportSettled> latest = new HashMap<>();
        for (ImportSettled candidate : settled) {
            for (String part : candidate.parts()) {
                latest.merge(line(candidate, part), candidate, Supersession::later);
            }
        }
        Map<ImportId, Set<String>> active = new TreeMap<>();
        latest.forEach((line, winner) -> count(active, winner, line.part()));
        for (ImportSettled candidate : settled) {
            for (String part : candidate.fragments()) {
                ImportSettled winner = latest.get(line(candidate, part));
                if (winner == null || BY_AGE.compare(candidate, winner) > 0) {
                    count(active, candidate, part);
                }
            }
        }
        return active;
    }

    private static void count(
            Map<ImportId, Set<String>> active, ImportSettled settled, String part) {
        active.computeIfAbsent(settled.imported(), id -> new TreeSet<>()).add(part);
    }

    private static Line line(ImportSettled settled, String part) {
        return new Line(settled.member(), settled.site(), settled.owner(), settled.layer(), part);
    }

    private static ImportSettled later(ImportSettled one, ImportSettled other) {
        return BY_AGE.compare(one, other) >= 0 ? one : other;
    }
}
