package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.Reading;
import org.kithway.connector.Setting;
import org.kithway.connector.Settings;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;
import org.kithway.model.Site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A right connector for an invented site: the file {@code pals.txt} begins with the line {@code
 * pals} and goes on with {@code name;date}. What others get wrong, they override.
 */
class PalsConnector implements Connector {
    static final Site SITE = new Site("pals");
    static final Setting<Integer> LIMIT =
            Setting.optional("limit", "most lines to read", Integer::valueOf, "1000");
    private static final String FILE = "pals.txt";

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                SITE,
                "Pals",
                Set.of(SITE),
                List.of("Ask for it"),
                List.of("pals"),
                List.of(),
                Set.of(),
                List.of(LIMIT));
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        if (!export.entries().contains(FILE)) {
            return false;
        }
        try (InputStream in = export.open(FILE)) {
            return new String(in.readNBytes(5), StandardCharsets.UTF_8).equals("pals\n");
        }
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        boolean there = export.entries().contains(FILE);
        return reader(
                new BufferedReader(
                        new InputStreamReader(
                                there ? export.open(FILE) : InputStream.nullInputStream(),
                                StandardCharsets.UTF_8)),
                there ? Map.of(FILE, "pals") : Map.of());
    }

    Reader reader(BufferedReader lines, Map<String, String> parts) {
        return new Lines(lines, parts);
    }

    Reading reading(Place place, String line) {
        String[] cells = line.split(";", -1);
        AccountId pal;
        try {
            pal = AccountId.named(SITE, cells[0]);
        } catch (IllegalArgumentException e) {
            return new Reading.Rejection(place, "the name is missing");
        }
        if (cells.length < 2 || cells[1].isEmpty()) {
            return new Reading.Withheld(place, "no date");
        }
        return dated(place, pal, cells[1]);
    }

    Reading dated(Place place, AccountId pal, String date) {
        try {
            PartialDate since = PartialDate.parse(date);
            return new Reading.Statement(
                    place,
                    List.of(
                            new Fact.Described(pal, Fact.Trait.NAME, pal.key()),
                            new Fact.Connected(AccountId.OWNER, pal, since)));
        } catch (IllegalArgumentException e) {
            return new Reading.Rejection(place, "the date is not yyyy-MM-dd");
        }
    }

    class Lines implements Reader {
        private final BufferedReader lines;
        private final Map<String, String> parts;
        private long number;

        Lines(BufferedReader lines, Map<String, String> parts) {
            this.lines = lines;
            this.parts = parts;
        }

        @Override
        public @Nullable Reading read() throws IOException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (number > 1 && !line.isBlank()) {
                    return reading(new Place(FILE, number), line);
                }
            }
            return null;
        }

        @Override
        public Manifest manifest() {
            return new Manifest(null, null, parts);
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
