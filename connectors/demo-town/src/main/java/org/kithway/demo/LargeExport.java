package org.kithway.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SequencedMap;

/**
 * Writes a LinkedIn archive of any size, to see that readers need no more memory for a larger one.
 * Half of it are connections, half messages between their owner and these connections. Needs the
 * same memory for any size and takes time in proportion to it.
 *
 * <p>The entries are stored, not deflated, so that the archive is as large as its contents.
 */
public final class LargeExport {
    private static final String OWNER_NAME = "Ulewin Harrowhewer";
    private static final String OWNER = "https://www.linkedin.com/in/ulewin-harrowhewer";
    private static final Trade TRADE = Trades.ALL.getFirst();
    private static final long CONTACT = 31;
    private static final long TALK = 32;
    private static final LocalDate FIRST_DAY = LocalDate.of(2008, 1, 1);

    private final long seed;
    private final long bytes;
    private final LinkedInFiles files;

    private LargeExport(long seed, long bytes, LinkedInFiles files) {
        this.seed = seed;
        this.bytes = bytes;
        this.files = files;
    }

    /**
     * Writes the archive and leaves the stream open.
     *
     * @param bytes the archive's size, kept to within a few kilobytes; at least 100,000
     * @return how many records each file of the archive holds, without headers
     */
    public static SequencedMap<String, Long> write(OutputStream out, long seed, long bytes)
            throws IOException {
        if (bytes < 100_000) {
            throw new IllegalArgumentException(
                    "A large export has at least 100,000 bytes, not " + bytes + ".");
        }
        try (LinkedInFiles files = new LinkedInFiles(out, Town.TODAY)) {
            files.compress(0);
            new LargeExport(seed, bytes, files).write();
            return files.records();
        }
    }

    private void write() throws IOException {
        files.begin("Profile.csv", LinkedInFiles.PROFILE);
        files.row(
                "Ulewin",
                "Harrowhewer",
                "",
                "",
                "",
                "Knows everybody",
                "",
                "",
                "",
                Town.NAME,
                "",
                "",
                "");
        files.begin(
                "Connections.csv", LinkedInFiles.CONNECTIONS_PREAMBLE, LinkedInFiles.CONNECTIONS);
        long connections = 0;
        while (files.written() < bytes / 2) {
            connection(connections++);
        }
        files.begin("messages.csv", LinkedInFiles.MESSAGES);
        for (long talk = 0; files.written() < bytes; talk++) {
            conversation(talk, connections);
        }
    }

    private void connection(long contact) throws IOException {
        Dice dice = Dice.of(seed, CONTACT, contact);
        String given = Names.given(dice);
        String family = Names.family(dice);
        long day = dice.between(FIRST_DAY.toEpochDay(), Town.TODAY.toEpochDay());
        files.row(
                given,
                family,
                address(contact),
                dice.chance(0.02)
                        ? Names.ascii(given) + "." + Names.ascii(family) + "@post.example"
                        : "",
                Names.firm(dice) + " " + dice.pick(TRADE.firms()),
                dice.pick(TRADE.titles()),
                LinkedInFiles.day(LocalDate.ofEpochDay(day)));
    }

    private void conversation(long talk, long connections) throws IOException {
        Dice dice = Dice.of(seed, TALK, talk);
        long contact = dice.between(0L, connections);
        Dice named = Dice.of(seed, CONTACT, contact);
        String name = Names.given(named) + " " + Names.family(named);
        String id = Dealings.conversationId(dice);
        Instant at = Town.startOf(Town.TODAY).minusSeconds(dice.between(0L, 300_000_000L));
        for (int left = dice.between(1, 8); left > 0 && files.written() < bytes; left--) {
            boolean sent = dice.chance(0.5);
            String text = dice.pick(TRADE.lessons());
            files.row(
                    id,
                    "",
                    sent ? OWNER_NAME : name,
                    sent ? OWNER : address(contact),
                    sent ? name : OWNER_NAME,
                    sent ? address(contact) : OWNER,
                    LinkedInFiles.second(at) + " UTC",
                    "",
                    text,
                    "INBOX",
                    "",
                    "No",
                    "No");
            at = at.minusSeconds(dice.between(30L, 400_000L));
        }
    }

    private static String address(long contact) {
        return "https://www.linkedin.com/in/quellmarsh-" + Long.toString(contact, 36);
    }
}
