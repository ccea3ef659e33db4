package org.kithway.demo;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The zip file of an export and the CSV dialect in it: UTF-8, LF, quotes only where needed, a blank
 * line at the end of every file. Counts the records written to each file.
 */
final class LinkedInFiles implements Closeable {
    /** What stands above the header of Connections.csv, in one cell with commas in it. */
    static final String CONNECTIONS_PREAMBLE =
            """
            Notes:
            "When exporting your connection data, some of the email addresses may be missing. You will only see \
            addresses of connections who allow it, in their settings, https://www.linkedin.com/psettings/privacy/email. \
            You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

            """;

    static final String CONNECTIONS =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
    static final String MESSAGES =
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                    + "DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT";
    static final String PROFILE =
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
                    + "Geo Location,Twitter Handles,Websites,Instant Messengers";

    private static final DateTimeFormatter DAY = format("dd MMM uuuu");
    private static final DateTimeFormatter MONTH = format("MMM uuuu");
    private static final DateTimeFormatter SECOND = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter SLASHED_SECOND = format("uuuu/MM/dd HH:mm:ss 'UTC'");
    private static final DateTimeFormatter MINUTE = format("M/d/yy, h:mm a");
    private static final DateTimeFormatter PADDED_MINUTE = format("MM/dd/yy, hh:mm a");
    private static final DateTimeFormatter UNIX_DATE = format("EEE MMM dd HH:mm:ss 'UTC' uuuu");

    private final ZipOutputStream zip;
    private final LocalDate exported;
    private final SequencedMap<String, Long> records = new LinkedHashMap<>();
    private Writer writer = Writer.nullWriter();
    private String open = "";
    private long written;

    LinkedInFiles(OutputStream out, LocalDate exported) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.exported = exported;
    }

    /** 0 stores the content as it is, 9 compresses most. */
    void compress(int level) {
        zip.setLevel(level);
    }

    /** Ends the file before and begins the next. */
    void begin(String name, String header) throws IOException {
        begin(name, "", header);
    }

    void begin(String name, String preamble, String header) throws IOException {
        end();
        ZipEntry entry = new ZipEntry(name);
        // Unlike setTime, this does not depend on the machine's time zone.
        entry.setTimeLocal(exported.atStartOfDay());
        zip.putNextEntry(entry);
        open = name;
        records.put(name, 0L);
        writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        line(preamble + header);
    }

    void row(String... cells) throws IOException {
        StringJoiner line = new StringJoiner(",");
        for (String cell : cells) {
            line.add(quoted(cell, "\"\""));
        }
        raw(line.toString());
    }

    /** A record that is already in the file's dialect. */
    void raw(String line) throws IOException {
        line(line);
        records.merge(open, 1L, Long::sum);
    }

    private void line(String line) throws IOException {
        writer.write(line);
        writer.write('\n');
        written += bytesOf(line) + 1;
    }

    /** Bytes in UTF-8; half of a surrogate pair counts two of its four. */
    private static long bytesOf(String line) {
        long bytes = line.length();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }

    private void end() throws IOException {
        if (!open.isEmpty()) {
            writer.write('\n');
            writer.flush();
            zip.closeEntry();
            open = "";
        }
    }

    /** Bytes of all files until now, before compression. */
    long written() {
        return written;
    }

    /** Records by file name, headers not counted, in the order written. */
    SequencedMap<String, Long> records() {
        return Collections.unmodifiableSequencedMap(records);
    }

    /** Ends the archive; the stream below stays open. */
    @Override
    public void close() throws IOException {
        end();
        zip.finish();
    }

    /** The cell in quotes if it needs them, the quotes in it written as {@code quote}. */
    static String quoted(String cell, String quote) {
        boolean needed =
                cell.indexOf(',') >= 0
                        || cell.indexOf('"') >= 0
                        || cell.indexOf('\n') >= 0
                        || cell.indexOf('\r') >= 0;
        return needed ? '"' + cell.replace("\"", quote) + '"' : cell;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** As in messages, shares and comments; messages put " UTC" behind it. */
    static String second(Instant at) {
        return SECOND.format(at.atOffset(ZoneOffset.UTC));
    }

    /** As in endorsements and search queries. */
    static String slashedSecond(Instant at) {
        return SLASHED_SECOND.format(at.atOffset(ZoneOffset.UTC));
    }

    /** As in invitations. */
    static String minute(Instant at) {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** As in recommendations. */
    static String paddedMinute(Instant at) {
        return PADDED_MINUTE.format(at.atOffset(ZoneOffset.UTC));
    }

    /** As in followed companies. */
    static String unixDate(Instant at) {
        return UNIX_DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
