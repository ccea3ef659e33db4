package org.kithway.connector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.Exports;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A connector, its samples and what it reads of them. */
abstract class SampledConnector {
    static final long SEED = Long.getLong("kithway.seed", 20_261_124);

    /** The connector, made anew. */
    protected abstract Connector connector();

    /** The folder of the cases. */
    protected Path samples() {
        return Path.of("src", "test", "resources", "exports");
    }

    /** The texts of the settings that the samples are read with. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /**
     * Where the records of a file stand, which rule 16 repeats; null lets it find out by trying:
     * lines, CSV, JSON and XML need no help.
     */
    protected @Nullable Records records(String entry, byte[] content) {
        return null;
    }

    /** A file of a sample that is read, and the kind that the connector says it is. */
    record SampleFile(MemoryExport export, String entry, String kind) {
        private int length() {
            return export.contents().getOrDefault(entry, new byte[0]).length;
        }
    }

    /** All files of the samples that are read, the longest first. */
    List<SampleFile> files() throws IOException {
        List<SampleFile> files = new ArrayList<>();
        for (MemoryExport export : copies().values()) {
            read(connector(), export)
                    .manifest()
                    .parts()
                    .forEach((entry, kind) -> files.add(new SampleFile(export, entry, kind)));
        }
        files.sort(
                Comparator.comparingInt(SampleFile::length)
                        .reversed()
                        .thenComparing(SampleFile::entry));
        return files;
    }

    /** The records whose repetition this connector tells as more records; null if none does. */
    @Nullable Records growing(SampleFile file) throws IOException {
        byte[] content = file.export().content(file.entry());
        Records given = records(file.entry(), content);
        for (Records records : given == null ? Records.guesses(content) : List.of(given)) {
            long once = readings(file, records, 1);
            if (once > 0 && readings(file, records, 3) >= once + 2) {
                return records;
            }
        }
        return null;
    }

    private long readings(SampleFile file, Records records, int times) throws IOException {
        Export grown = new GrownExport(file.export(), file.entry(), records, times);
        return read(connector(), grown).readings().stream()
                .filter(reading -> reading.place().entry().equals(file.entry()))
                .count();
    }

    List<Sample> cases() throws IOException {
        List<Sample> cases = Sample.in(samples());
        assertThat(cases).as("cases in " + samples()).isNotEmpty();
        return cases;
    }

    Map<String, MemoryExport> copies() throws IOException {
        Map<String, MemoryExport> copies = new TreeMap<>();
        for (Sample sample : cases()) {
            copies.put(sample.name(), copy(sample));
        }
        return copies;
    }

    static MemoryExport copy(Sample sample) throws IOException {
        try (Exports.OpenExport export = sample.open()) {
            return MemoryExport.copyOf(export);
        }
    }

    List<OtherSites.Foreign> foreign() {
        Descriptor descriptor = connector().descriptor();
        return OtherSites.all().stream()
                .filter(f -> !f.site().equals(descriptor.site().name()))
                .filter(f -> !descriptor.sites().contains(new Site(f.site())))
                .toList();
    }

    Settings checked() {
        return Settings.check(connector().descriptor().settings(), settings());
    }

    ReadExport read(Connector connector, Export export) throws IOException {
        return ReadExport.of(connector, export, checked());
    }

    List<String> parts(Export export) throws IOException {
        return read(connector(), export).manifest().parts().keySet().stream().sorted().toList();
    }

    static String about(String sample, String entry, String what) {
        return sample + ": " + entry + " " + what + " (seed " + SEED + ")";
    }
}
