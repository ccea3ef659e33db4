package org.kithway.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class MailFileTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From - Mon Jun 02 13:00:00 1997",
                "From - Mon June 02 13:00:00 1997",
                "From ada@example.com  Thu Feb 15 16:11:17 2001",
                "From ada@example.com Thu Feb  5 16:11:17 2001",
                "From ada at example.com  Thu Apr 24 03:33:20 2003",
                "From 1773664405479613283@xxx Tue Aug 08 12:36:29 +0000 2023",
                "From ada@example.com Mon Jan  6 10:00:00 2020 +0100",
                "From ada@example.com Mon Jan  6 10:00:00 GMT 2020",
                "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
            })
    void aMailBeginsAtASeparatorOfAnyProgramThatAHeaderFollows(String separator)
            throws IOException {
        assertThat(mails(separator + "\nTo: a@example.com\n")).hasSize(1);
        assertThat(mails(separator + "\r\nTo: a@example.com\r\n")).hasSize(1);
        assertThat(mails(separator + "\nno header\n")).containsExactly(Headers.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From here on: nothing",
                "From Mon to Fri we are open since 1997",
                ">From ada@example.com Mon Jan  6 10:00:00 2020",
                "From: ada@example.com Mon Jan  6 10:00:00 2020",
            })
    void linesOfTextAreNoSeparators(String line) throws IOException {
        String mail = "From - Mon Jun 02 13:00:00 1997\nTo: a@example.com\n\n";
        assertThat(mails(mail + line + "\nTo: b@example.com\n")).hasSize(1);
    }

    @Test
    void separatorsAreFoundWhereverTheBufferEnds() throws IOException {
        Random random = new Random(SEED);
        StringBuilder box = new StringBuilder();
        int written = 400;
        for (int i = 0; i < written; i++) {
            box.append("From - Mon Jun 02 13:00:00 1997\nTo: p")
                    .append(i)
                    .append("@example.com\n\n");
            box.append("x".repeat(random.nextInt(2_000))).append('\n');
        }
        List<Headers> mails = mails(box.toString());
        assertThat(mails).as("seed " + SEED).hasSize(written);
        for (int i = 0; i < written; i++) {
            assertThat(mails.get(i).first("to")).isEqualTo("p" + i + "@example.com");
        }
    }

    @Test
    void headersAreUnfoldedAndOthersPassBy() throws IOException {
        List<Headers> mails =
                mails(
                        "From - Mon Jun 02 13:00:00 1997\nSubject: a\n To: no@example.com\n"
                                + "TO :\n a@example.com,\n\tb@example.com\nCc: c@example.com\n\n");
        assertThat(mails.getFirst().values()).containsOnlyKeys("to", "cc");
        assertThat(mails.getFirst().addresses("to")).hasSize(2);
    }

    @Test
    void noMoreOfHeadersIsHeldThanIsAllowed() throws IOException {
        String many = "a@example.com,\n ".repeat(100_000);
        List<Headers> mails = mails("From - Mon Jun 02 13:00:00 1997\nTo: " + many + "\n\ntext");
        assertThat(String.valueOf(mails.getFirst().first("to")).length())
                .isLessThanOrEqualTo(MailFile.MOST);
    }

    @Test
    void bodiesOfAnySizePassByWithoutBeingHeld() throws IOException {
        long size = 1L << 30;
        byte[] head =
                "From - Mon Jun 02 13:00:00 1997\nTo: a@example.com\n\n"
                        .getBytes(StandardCharsets.US_ASCII);
        InputStream endless =
                new InputStream() {
                    private long position;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        if (position >= size) {
                            return -1;
                        }
                        for (int i = 0; i < length; i++) {
                            long at = position + i;
                            target[offset + i] = at < head.length ? head[(int) at] : (byte) 'F';
                        }
                        position += length;
                        return length;
                    }
                };
        try (MailFile file = new MailFile(endless, true)) {
            assertThat(file.next()).isNotNull();
            assertThat(file.next()).isNull();
        }
    }

    private static List<Headers> mails(String box) throws IOException {
        List<Headers> mails = new ArrayList<>();
        byte[] bytes = box.getBytes(StandardCharsets.ISO_8859_1);
        try (MailFile file = new MailFile(new ByteArrayInputStream(bytes), true)) {
            for (Headers mail = file.next(); mail != null; mail = file.next()) {
                mails.add(mail);
            }
        }
        return mails;
    }
}
