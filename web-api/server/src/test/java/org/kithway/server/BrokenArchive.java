package org.kithway.server;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive that is not as it should be, and what is to come of it.
 *
 * @param fileName tells the cases apart, too
 * @param site as the uploader gives it; empty to have it found out
 * @param state in which the import ends
 * @param said words that tell the file, the place and the remedy
 * @param found people who are found all the same
 */
record BrokenArchive(
        String fileName,
        String site,
        Content content,
        String state,
        List<String> said,
        List<String> found) {
    /** Somebody in what cannot be read, of whom no error may tell. */
    static final String UNSPOKEN = "Perdita";

    private static final String CONNECTIONS = "Connections.csv";
    private static final String HEADER =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    private static final String UNREADABLE =
            UNSPOKEN + ",Pryvate,https://www.linkedin.com/in/perdita,,,,someday\n";
    private static final String INVITATION =
            """
            From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl
            Own Er,%s,"1/2/24, 3:04 PM",,OUTGOING,https://www.linkedin.com/in/own,https://www.linkedin.com/in/%s
            """;
    private static final int ENTRIES = 200_000;
    private static final byte[] MEBIBYTE = utf8("x".repeat(1 << 20));

    /** Writes the file, or one entry of it. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private interface Entries {
        void addTo(ZipOutputStream zip) throws IOException;
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve(fileName);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        }
        return file;
    }

    /**
     * Archives broken in every way that was thought of.
     *
     * @param whole an archive that is all right
     */
    static List<BrokenArchive> all(byte[] whole) {
        List<BrokenArchive> all = new ArrayList<>(refused(whole));
        all.addAll(spoiled());
        all.addAll(odd(whole));
        return all;
    }

    /** Nothing can be read of these. */
    private static List<BrokenArchive> refused(byte[] whole) {
        return List.of(
                refused("truncated.zip", bytes(Arrays.copyOf(whole, whole.length / 2)))
                        .saying("truncated.zip", "incomplete or damaged", "download it again"),
                refused("empty.zip", bytes(new byte[0]))
                        .saying("empty.zip is empty", "download it again"),
                refused("noise.zip", bytes(utf8("Not an archive at all, says " + UNSPOKEN)))
                        .saying("no connector recognizes", "see the connectors"),
                refused("packed.rar", bytes(HexFormat.of().parseHex("526172211a0700")))
                        .saying("packed.rar is a RAR archive", "unpack it"),
                refused("pals.zip", zip(BrokenArchive::otherSite))
                        .saying("no connector recognizes", "see the connectors"),
                refused("pals-again.zip", zip(BrokenArchive::otherSite))
                        .of("linkedin")
                        .saying("no archive of linkedin"),
                refused("boxed.zip", zip(z -> store(z, "inner.zip", whole)))
                        .saying("boxed.zip holds nothing but another zip", "unpack it once"),
                refused("outside.zip", zip(z -> store(z, "../../outside.csv", utf8(UNREADABLE))))
                        .saying("entry 1 in outside.zip leads outside", "as the site made it"),
                refused("crowd.zip", zip(BrokenArchive::crowd))
                        .saying("crowd.zip holds more than 200000 files", "hand in"));
    }

    /** One file of these needs attention, another one is read. */
    private static List<BrokenArchive> spoiled() {
        String notKnown = "none of the columns";
        String anew = "export it again";
        return List.of(
                partly("bomb.zip", "needs_attention", BrokenArchive::bomb)
                        .saying(CONNECTIONS, "unpacks to over 200 times", "leave it out")
                        .finding("Marla Beforebomb"),
                partly("damaged.zip", "needs_attention", z -> connections(z, UNREADABLE))
                        .damaged()
                        .saying(CONNECTIONS + " in damaged.zip is damaged", "download"),
                partly("nothing.zip", "needs_attention", z -> store(z, CONNECTIONS, new byte[0]))
                        .saying(CONNECTIONS, notKnown, anew),
                partly("headless.zip", "needs_attention", z -> connections(z, ""))
                        .saying(CONNECTIONS, "the file holds no records"),
                partly("bad-rows.zip", "needs_attention", z -> connections(z, UNREADABLE))
                        .saying(CONNECTIONS, "none of its records could be read", anew),
                partly("foreign-header.zip", "needs_attention", BrokenArchive::foreignHeader)
                        .saying(CONNECTIONS, notKnown, anew),
                partly("lost-column.zip", "needs_attention", BrokenArchive::lostColumn)
                        .saying(CONNECTIONS, "'Email Address'", anew)
                        .finding("Marla Withoutmail"));
    }

    /** What is odd about these costs a record at most. */
    private static List<BrokenArchive> odd(byte[] whole) {
        Charset windows = Charset.forName("windows-1252");
        return List.of(
                partly("long-cell.zip", "completed", BrokenArchive::longCell)
                        .saying(CONNECTIONS + ":1", "longer than", "a quote is not closed")
                        .finding("Marla Afterlongcell"),
                partly(
                                "bad-row.zip",
                                "completed",
                                z -> connections(z, UNREADABLE + row("Marla Afterbadrow")))
                        .saying(CONNECTIONS + ":1", "'Connected On' is not a date")
                        .finding("Marla Afterbadrow"),
                partly(
                                "utf16.zip",
                                "completed",
                                z ->
                                        encoded(
                                                z,
                                                StandardCharsets.UTF_16LE,
                                                "\ufeff",
                                                "Łucja Zażółć"))
                        .finding("Łucja Zażółć"),
                partly(
                                "unmarked-utf16.zip",
                                "completed",
                                z -> encoded(z, StandardCharsets.UTF_16BE, "", "Łucja Bezmarki"))
                        .finding("Łucja Bezmarki"),
                partly("windows.zip", "completed", z -> encoded(z, windows, "", "Zoë Müllerin"))
                        .finding("Zoë Müllerin"),
                partly("with-box.zip", "completed", z -> store(z, "photos.zip", whole))
                        .saying("photos.zip", "not read"));
    }

    /** Two archives of one member, each of which lacks the file that the other one has. */
    static List<BrokenArchive> halves() {
        return List.of(
                new BrokenArchive(
                        "half.zip",
                        "",
                        zip(z -> connections(z, row("Marla Onlyfirst"))),
                        "completed",
                        List.of(),
                        List.of("Marla Onlyfirst")),
                partly("other-half.zip", "completed", z -> {}));
    }

    private static BrokenArchive refused(String name, Content content) {
        return new BrokenArchive(name, "", content, "failed", List.of(), List.of());
    }

    private static BrokenArchive partly(String name, String state, Entries broken) {
        String rest = "Marla Rest" + word(name);
        Content content =
                zip(z -> {
                    broken.addTo(z);
                    store(z, "Invitations.csv", utf8(INVITATION.formatted(rest, word(rest))));
                });
        return new BrokenArchive(name, "", content, state, List.of(), List.of(rest));
    }

    private BrokenArchive of(String given) {
        return new BrokenArchive(fileName, given, content, state, said, found);
    }

    private BrokenArchive saying(String... words) {
        return new BrokenArchive(fileName, site, content, state, List.of(words), found);
    }

    private BrokenArchive finding(String name) {
        List<String> both = List.of(found.getFirst(), name);
        return new BrokenArchive(fileName, site, content, state, said, both);
    }

    /** One bit of the unreadable record is flipped. */
    private BrokenArchive damaged() {
        Content damaged =
                out -> {
                    ByteArrayOutputStream whole = new ByteArrayOutputStream();
                    content.writeTo(whole);
                    byte[] zip = whole.toByteArray();
                    zip[whole.toString(StandardCharsets.ISO_8859_1).indexOf("someday")] ^= 1;
                    out.write(zip);
                };
        return new BrokenArchive(fileName, site, damaged, state, said, found);
    }

    private static void otherSite(ZipOutputStream zip) throws IOException {
        store(zip, "pals/album.xml", utf8("<album owner='" + UNSPOKEN + "'/>"));
        store(zip, "pals/guestbook.xml", utf8("<guestbook/>"));
    }

    private static void crowd(ZipOutputStream zip) throws IOException {
        for (int i = 0; i <= ENTRIES; i++) {
            store(zip, "photos/" + i + ".jpg", new byte[0]);
        }
    }

    // A run of one letter shrinks to a thousandth.
    private static void bomb(ZipOutputStream zip) throws IOException {
        zip.setMethod(ZipOutputStream.DEFLATED);
        zip.putNextEntry(new ZipEntry(CONNECTIONS));
        zip.write(utf8(HEADER + row("Marla Beforebomb") + UNSPOKEN + ","));
        for (int i = 0; i < 40; i++) {
            zip.write(MEBIBYTE);
        }
        zip.closeEntry();
    }

    // Stored as it is, or it would be taken for a bomb.
    private static void longCell(ZipOutputStream zip) throws IOException {
        store(
                zip,
                CONNECTIONS,
                out -> {
                    out.write(utf8(HEADER + "\"" + UNSPOKEN));
                    for (int i = 0; i < 100; i++) {
                        out.write(MEBIBYTE);
                    }
                    out.write(utf8("\",,,,,,\n" + row("Marla Afterlongcell")));
                });
    }

    private static void foreignHeader(ZipOutputStream zip) throws IOException {
        store(zip, CONNECTIONS, utf8("Vorname,Profil\n" + UNREADABLE));
    }

    private static void lostColumn(ZipOutputStream zip) throws IOException {
        String text = HEADER + row("Marla Withoutmail");
        store(zip, CONNECTIONS, utf8(text.replace("Email Address,", "").replace(",,,,", ",,,")));
    }

    private static void connections(ZipOutputStream zip, String rows) throws IOException {
        store(zip, CONNECTIONS, utf8(HEADER + rows));
    }

    private static void encoded(ZipOutputStream zip, Charset charset, String mark, String name)
            throws IOException {
        store(zip, CONNECTIONS, (mark + HEADER + row(name)).getBytes(charset));
    }

    private static String row(String name) {
        String[] both = name.split(" ");
        return "%s,%s,https://www.linkedin.com/in/%s,,,,01 Jan 2020\n"
                .formatted(both[0], both[1], word(name));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static Content bytes(byte[] content) {
        return out -> out.write(content);
    }

    private static Content zip(Entries entries) {
        return out -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            entries.addTo(zip);
            zip.finish();
        };
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        store(zip, name, bytes(content));
    }

    private static void store(ZipOutputStream zip, String name, Content content)
            throws IOException {
        Measured measured = new Measured();
        content.writeTo(measured);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(measured.size);
        entry.setCrc(measured.checksum.getValue());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a zip has to know of a stored entry before it begins. */
    private static final class Measured extends OutputStream {
        private final CRC32 checksum = new CRC32();
        private long size;

        @Override
        public void write(int b) {
            checksum.update(b);
            size++;
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            checksum.update(from, offset, length);
            size += length;
        }
    }
}
