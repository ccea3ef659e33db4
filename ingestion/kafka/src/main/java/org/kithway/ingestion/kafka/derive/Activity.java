package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.kithway.model.ImportId;
import org.kithway.model.Site;
import org.kithway.registry.Decision;
import org.kithway.registry.Decision.ImportSettled;
import org.kithway.registry.DecisionFormat;
import org.kithway.registry.Supersession;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parts of which imports count, by the decisions that were applied. */
final class Activity {
    private static final String UNDONE = "";

    // import -> its settlement, or nothing once it was undone
    private final MVMap<String, String> imports;
    private final Dictionary dictionary;

    // Replaced as wholes, never changed: others read while the deriver goes on.
    private volatile Set<Long> active = new HashSet<>();
    private volatile Map<Integer, Integer> age = new HashMap<>();
    private volatile Map<Integer, Site> sites = new HashMap<>();

    Activity(MVMap<String, String> imports, Dictionary dictionary) {
        this.imports = imports;
        this.dictionary = dictionary;
        refresh();
    }

    /** A part of an import as one number. */
    static long pair(int imported, int part) {
        return (long) imported << Integer.SIZE | part;
    }

    static int importOf(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    static int partOf(long pair) {
        return (int) pair;
    }

    /**
     * Takes a decision in.
     *
     * @return the parts of imports that count from now on or no longer do
     */
    Set<Long> apply(Decision decision) {
        switch (decision) {
            case ImportSettled settled ->
                    imports.putIfAbsent(settled.imported().value(), DecisionFormat.write(settled));
            case Decision.ImportUndone undone -> imports.put(undone.imported().value(), UNDONE);
            case Decision.OfIdentity identity -> {
                return Set.of();
            }
            case Decision.OfAsking asking -> {
                return Set.of();
            }
        }
        Set<Long> before = active;
        refresh();
        Set<Long> changed = new HashSet<>(before);
        changed.removeAll(active);
        active.stream().filter(pair -> !before.contains(pair)).forEach(changed::add);
        return changed;
    }

    private void refresh() {
        List<ImportSettled> settled =
                imports.values().stream()
                        .filter(text -> !text.equals(UNDONE))
                        .map(DecisionFormat::read)
                        .map(ImportSettled.class::cast)
                        .sorted(
                                Comparator.comparing(ImportSettled::submitted)
                                        .thenComparing(ImportSettled::imported))
                        .toList();
        Set<Long> nowActive = new HashSet<>();
        Supersession.active(settled)
                .forEach((imported, parts) ->
                        parts.forEach(part ->
                                nowActive.add(
                                        pair(
                                                dictionary.number(imported.value()),
                                                dictionary.number(part)))));
        Map<Integer, Integer> nowAge = new HashMap<>();
        Map<Integer, Site> nowSites = new HashMap<>();
        for (ImportSettled each : settled) {
            int imported = dictionary.number(each.imported().value());
            nowAge.put(imported, nowAge.size());
            nowSites.put(imported, each.site());
        }
        active = nowActive;
        age = nowAge;
        sites = nowSites;
    }

    /** Whether the row counts in the layer: the organization's own rows count in every layer. */
    boolean counts(Row row, int layer) {
        int own = row.layer();
        return (own == Dictionary.ORGANIZATION || own == layer)
                && active.contains(pair(row.imported(), row.part()));
    }

    boolean counts(Assertions.Stub stub) {
        return active.contains(pair(stub.imported(), stub.part()));
    }

    /** The place of a settled import among all by upload. */
    int age(int imported) {
        Integer place = age.get(imported);
        if (place == null) {
            throw new IllegalStateException("import " + imported + " is not settled");
        }
        return place;
    }

    /** The site that a settled import is from. */
    Site site(int imported) {
        Site site = sites.get(imported);
        if (site == null) {
            throw new IllegalStateException("import " + imported + " is not settled");
        }
        return site;
    }

    boolean isUndone(ImportId imported) {
        return UNDONE.equals(imports.get(imported.value()));
    }
}
