package org.kithway.benchmarks.identity;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds sets of records in a folder, by what the files hold and not by their names. */
public final class DataSets {
    private static final int DEEPEST = 4;

    private DataSets() {}

    /**
     * All sets in the folder and those below it.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<DataSet> in(Path folder) throws IOException {
        List<DataSet> sets = new ArrayList<>();
        for (Path one : folders(folder)) {
            add(one, sets);
        }
        return sets;
    }

    /**
     * All pairs of networks in the folder and those below it.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<NetworkPair> networksIn(Path folder) throws IOException {
        List<NetworkPair> networks = new ArrayList<>();
        for (Path one : folders(folder)) {
            NetworkPair pair = NetworkPair.in(one);
            if (pair != null) {
                networks.add(pair);
            }
        }
        return networks;
    }

    /** The folder and those below it. */
    public static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder, DEEPEST)) {
            return below.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void add(Path folder, List<DataSet> sets) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        List<CsvTable> tables = new ArrayList<>();
        List<Path> authors = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".csv")) {
                tables.add(CsvTable.read(file));
            } else if (name.endsWith(".xml") && AuthorNames.isOne(CsvTable.text(file))) {
                authors.add(file);
            }
        }
        addTables(tables, sets);
        if (!authors.isEmpty()) {
            sets.add(new AuthorNames(folder, authors));
        }
    }

    private static void addTables(List<CsvTable> tables, List<DataSet> sets) {
        Set<CsvTable> used = new HashSet<>();
        for (CsvTable map : tables) {
            TwoRegisters mapped = TwoRegisters.mapped(map, tables);
            if (mapped != null) {
                sets.add(mapped);
                used.add(mapped.left());
                used.add(mapped.right());
            }
        }
        for (CsvTable table : tables) {
            CsvTable partner = used.contains(table) ? null : partner(table, tables, used);
            TwoRegisters both = partner == null ? null : TwoRegisters.alike(table, partner);
            if (partner != null && both != null) {
                sets.add(both);
                used.add(table);
                used.add(partner);
            }
        }
        for (CsvTable table : tables) {
            Register register = used.contains(table) ? null : Register.of(table);
            if (register != null) {
                sets.add(register);
            }
        }
    }

    private static @Nullable CsvTable partner(
            CsvTable table, List<CsvTable> tables, Set<CsvTable> used) {
        for (CsvTable other : tables) {
            if (other != table
                    && !used.contains(other)
                    && TwoRegisters.alike(table, other) != null) {
                return other;
            }
        }
        return null;
    }
}
