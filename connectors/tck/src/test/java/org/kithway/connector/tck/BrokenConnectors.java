package org.kithway.connector.tck;

import org.jspecify.annotations.Nullable;
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
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Connectors that each break one rule. */
final class BrokenConnectors {
    private BrokenConnectors() {}

    private static Descriptor descriptor(String title, Set<Site> sites, Setting<?> setting) {
        return new Descriptor(
                PalsConnector.SITE,
                title,
                sites,
                List.of("Ask for it"),
                List.of("pals"),
                List.of(),
                Set.of(),
                List.of(setting));
    }

    /** Rule 1. */
    static final class NeverTheSame extends PalsConnector {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Descriptor descriptor() {
            return BrokenConnectors.descriptor(
                    "Pals " + asked.incrementAndGet(), Set.of(SITE), LIMIT);
        }
    }

    /** Rule 2. */
    static final class TakesAll extends PalsConnector {
        @Override
        public boolean recognizes(Export export) {
            return true;
        }
    }

    /** Rule 3, by bytes. */
    static final class ReadsAll extends PalsConnector {
        @Override
        public boolean recognizes(Export export) throws IOException {
            for (String entry : export.entries().stream().limit(4).toList()) {
                try (InputStream in = export.open(entry)) {
                    in.readAllBytes();
                }
            }
            return super.recognizes(export);
        }
    }

    /** Rule 3, by entries. */
    static final class OpensAll extends PalsConnector {
        @Override
        public boolean recognizes(Export export) throws IOException {
            for (String entry : export.entries()) {
                export.open(entry).close();
            }
            return super.recognizes(export);
        }
    }

    /** Rule 4. */
    static final class LosesDates extends PalsConnector {
        @Override
        Reading dated(Place place, AccountId pal, String date) {
            return super.dated(place, pal, date.length() > 4 ? date.substring(0, 4) : date);
        }
    }

    /** Rule 5. */
    static final class Forgetful extends PalsConnector {
        private static final AtomicInteger COUNT = new AtomicInteger();

        @Override
        Reading reading(Place place, String line) {
            return COUNT.incrementAndGet() % 3 == 0
                    ? new Reading.Withheld(place, "seen before")
                    : super.reading(place, line);
        }
    }

    /** Rule 6, by site. */
    static final class Elsewhere extends PalsConnector {
        @Override
        Reading dated(Place place, AccountId pal, String date) {
            AccountId other = AccountId.named(new Site("chums"), pal.key());
            return super.dated(place, other, date);
        }
    }

    /** Rule 6, by an end of which nothing is said. */
    static final class Dangling extends PalsConnector {
        @Override
        Reading dated(Place place, AccountId pal, String date) {
            return new Reading.Statement(
                    place, List.of(new Fact.Connected(AccountId.OWNER, pal, null)));
        }
    }

    /** Rule 7, by order. */
    static final class Backwards extends PalsConnector {
        @Override
        Reading reading(Place place, String line) {
            return super.reading(new Place(place.entry(), 1000 - place.record()), line);
        }
    }

    /** Rule 7, by an entry that is not there. */
    static final class Nowhere extends PalsConnector {
        @Override
        Reading reading(Place place, String line) {
            return super.reading(new Place("friends.txt", place.record()), line);
        }
    }

    /** Rule 8. */
    static final class Fragile extends PalsConnector {
        @Override
        Reading dated(Place place, AccountId pal, String date) {
            if (!date.equals("someday")) {
                PartialDate.parse(date);
            }
            return super.dated(place, pal, date);
        }
    }

    /** Rule 9. */
    static final class Talkative extends PalsConnector {
        @Override
        Reading dated(Place place, AccountId pal, String date) {
            Reading reading = super.dated(place, pal, date);
            return reading instanceof Reading.Rejection
                    ? new Reading.Rejection(place, "not a date: " + date)
                    : reading;
        }
    }

    /** Rule 10. */
    static final class AtHome extends PalsConnector {
        @Override
        @SuppressWarnings("StringCaseLocaleUsage") // the very mistake
        Reading dated(Place place, AccountId pal, String date) {
            return super.dated(
                    place, AccountId.named(SITE, pal.key().toUpperCase(Locale.getDefault())), date);
        }
    }

    /** Rule 11. */
    static final class Shared extends PalsConnector {
        private final AtomicInteger open = new AtomicInteger();

        @Override
        public Reader open(Export export, Settings settings) throws IOException {
            open.incrementAndGet();
            return super.open(export, settings);
        }

        @Override
        Reader reader(BufferedReader lines, Map<String, String> parts) {
            return new Lines(lines, parts) {
                @Override
                public @Nullable Reading read() throws IOException {
                    return open.get() > 1 ? null : super.read();
                }

                @Override
                public void close() throws IOException {
                    open.decrementAndGet();
                    super.close();
                }
            };
        }
    }

    /** Rule 12, by a stream left open. */
    static final class LeavesOpen extends PalsConnector {
        @Override
        Reader reader(BufferedReader lines, Map<String, String> parts) {
            return new Lines(lines, parts) {
                @Override
                public void close() {}
            };
        }
    }

    /** Rule 12, by a second close. */
    static final class ClosesOnce extends PalsConnector {
        @Override
        Reader reader(BufferedReader lines, Map<String, String> parts) {
            return new Lines(lines, parts) {
                private boolean closed;

                @Override
                public void close() throws IOException {
                    if (closed) {
                        throw new IOException("closed already");
                    }
                    closed = true;
                    super.close();
                }
            };
        }
    }

    /** Rule 13. */
    static final class BadDefault extends PalsConnector {
        @Override
        public Descriptor descriptor() {
            return BrokenConnectors.descriptor(
                    "Pals",
                    Set.of(SITE),
                    Setting.optional("limit", "most lines", Integer::valueOf, "many"));
        }

        @Override
        public Reader open(Export export, Settings settings) {
            return new Lines(new BufferedReader(new StringReader("")), Map.of());
        }
    }

    /** Rule 15. */
    static final class GoesOn extends PalsConnector {
        private int interruptedAfter;

        @Override
        Reader reader(BufferedReader lines, Map<String, String> parts) {
            return new Lines(lines, parts) {
                private int left = interruptedAfter;
                private int given;

                @Override
                public @Nullable Reading read() throws IOException {
                    for (; left > 0; left--) {
                        super.read();
                    }
                    Reading reading = super.read();
                    interruptedAfter = reading == null ? 0 : ++given;
                    return reading;
                }
            };
        }
    }

    /** Rule 16. */
    static final class Hoards extends PalsConnector {
        @Override
        Reader reader(BufferedReader lines, Map<String, String> parts) {
            return new Lines(lines, parts) {
                private final List<Reading> all = new ArrayList<>();

                @Override
                public @Nullable Reading read() throws IOException {
                    Reading reading = super.read();
                    if (reading != null) {
                        all.add(reading);
                    }
                    return reading;
                }

                @Override
                public String toString() {
                    return all.toString();
                }
            };
        }
    }

    /** Rule 17. */
    static final class Gossips extends PalsConnector {
        @Override
        Reading reading(Place place, String line) {
            Reading reading = super.reading(place, line);
            String[] cells = line.split(";", -1);
            return reading instanceof Reading.Withheld || cells.length < 3
                    ? reading
                    : new Reading.Statement(
                            place,
                            List.of(
                                    new Fact.Described(
                                            AccountId.named(SITE, cells[0]),
                                            Fact.Trait.HEADLINE,
                                            cells[2])));
        }
    }
}
