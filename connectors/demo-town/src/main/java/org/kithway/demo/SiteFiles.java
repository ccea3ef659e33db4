package org.kithway.demo;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The zip file of an export whose files are texts of another dialect than LinkedIn's tables. */
final class SiteFiles implements Closeable {
    private final ZipOutputStream zip;
    private final LocalDate exported;
    private final SequencedMap<String, Long> records = new LinkedHashMap<>();

    SiteFiles(OutputStream out, LocalDate exported) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.exported = exported;
    }

    /** Adds a file that holds so many records. */
    void add(String name, long recordsInIt, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(exported.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        records.put(name, recordsInIt);
    }

    /** Records by file name, in the order written. */
    SequencedMap<String, Long> records() {
        return Collections.unmodifiableSequencedMap(records);
    }

    /** Ends the archive; the stream below stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }

    /** A JSON string. */
    static String json(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Text of an XML element. */
    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static boolean later(Instant at) {
        return at.isAfter(Town.startOf(Town.TODAY));
    }
}
