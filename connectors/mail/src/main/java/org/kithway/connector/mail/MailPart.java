package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of the export.
 *
 * @param mailbox whether it holds many mails, rather than a single one
 * @param kind which mailbox it is: a later one of the same name takes an earlier one's place
 * @param folder the mailbox's name, in lower case
 */
record MailPart(String entry, boolean mailbox, String kind, String folder) {
    private static final Pattern LINE = Pattern.compile("([!-9;-~]+)[ \\t]*:.*");
    private static final int ENOUGH = 2;

    /** Headers that nothing else than a mail begins with. */
    private static final Set<String> TELLING =
            Set.of(
                    "received",
                    "return-path",
                    "delivered-to",
                    "message-id",
                    "from",
                    "to",
                    "date",
                    "subject",
                    "mime-version",
                    "dkim-signature");

    /** What the entry is by its beginning; null if it holds no mail. */
    static @Nullable MailPart of(String entry, byte[] head) throws IOException {
        if (MailFile.isMailbox(head)) {
            return mailbox(entry, head);
        }
        return isMail(head) ? single(entry) : null;
    }

    /** A file of one mail. */
    static MailPart single(String entry) {
        String path = entry.contains("/") ? entry.substring(0, entry.lastIndexOf('/')) : "";
        String folder = folder(path);
        return new MailPart(entry, false, folder.isEmpty() ? "mails" : "mails " + folder, folder);
    }

    /** A file of many mails; Gmail's are one mailbox under names in the member's language. */
    static MailPart mailbox(String entry, byte[] head) {
        String folder = folder(entry);
        boolean gmail = new String(head, StandardCharsets.ISO_8859_1).contains("\nX-GM-THRID:");
        return new MailPart(entry, true, gmail ? "gmail" : "mailbox " + folder, folder);
    }

    private static boolean isMail(byte[] head) {
        List<String> lines =
                new String(head, StandardCharsets.ISO_8859_1)
                        .lines()
                        .takeWhile(line -> !line.isBlank())
                        .toList();
        if (lines.isEmpty() || !LINE.matcher(lines.getFirst()).matches()) {
            return false;
        }
        Set<String> names =
                lines.stream()
                        .map(LINE::matcher)
                        .filter(line -> line.matches())
                        .map(line -> line.group(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        names.retainAll(TELLING);
        return names.size() >= ENOUGH;
    }

    /** The last step of a path that names a mailbox; Apple has a file {@code mbox} in a folder. */
    private static String folder(String path) {
        String[] steps = path.toLowerCase(Locale.ROOT).split("/", -1);
        String last = steps[steps.length - 1];
        boolean isFile = last.equals("mbox") || last.equals("cur") || last.equals("messages");
        String name = isFile && steps.length > 1 ? steps[steps.length - 2] : last;
        for (String ending : List.of(".mbox", ".mbx", ".mbs", ".txt")) {
            name =
                    name.endsWith(ending)
                            ? name.substring(0, name.length() - ending.length())
                            : name;
        }
        return name;
    }
}
