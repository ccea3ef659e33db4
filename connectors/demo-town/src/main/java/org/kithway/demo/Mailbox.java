package org.kithway.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A member's mail as an mbox file (RFC 4155): letters to and from people known well, and a list.
 */
final class Mailbox {
    private static final double WRITES_MAIL = 0.5;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH);
    private static final DateTimeFormatter SEPARATOR =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss uuuu", Locale.ENGLISH);

    private Mailbox() {}

    static SequencedMap<String, Long> write(
            Town town, Person member, OutputStream out, String fileName) throws IOException {
        Writer box = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        long written = 0;
        for (Friendship pair : town.friendsOf(member)) {
            Person friend = town.person(pair.other(member.id()));
            Optional<Conversation> conversation = town.conversation(pair);
            if (pair.strength() < WRITES_MAIL || friend.closed() || conversation.isEmpty()) {
                continue;
            }
            for (Message message : conversation.get().messages().reversed()) {
                if (!SiteFiles.later(message.at())) {
                    boolean sent = message.from() == member.id();
                    box.write(
                            mail(
                                    sent ? member : friend,
                                    sent ? friend : member,
                                    message.at(),
                                    message.text()));
                    written++;
                }
            }
        }
        box.write(newsletter(member));
        box.flush();
        SequencedMap<String, Long> records = new LinkedHashMap<>();
        records.put(fileName, written + 1);
        return records;
    }

    private static String mail(Person from, Person to, Instant at, String text) {
        return "From %s %s\nFrom: %s <%s>\nTo: %s <%s>\nDate: %s\nMessage-ID: <%d.%d@%s>\nSubject: =?UTF-8?Q?Hello?=\nContent-Type: text/plain; charset=US-ASCII\n\n%s\n\n"
                .formatted(
                        from.email(),
                        SEPARATOR.format(at.atOffset(ZoneOffset.UTC)),
                        phrase(from),
                        from.email(),
                        phrase(to),
                        to.email(),
                        DATE.format(at.atOffset(ZoneOffset.UTC)),
                        at.getEpochSecond(),
                        from.id(),
                        "post.example",
                        text.replaceAll("[^\\p{ASCII}]", "?").replaceAll("(?m)^From ", ">From "));
    }

    private static String newsletter(Person member) {
        Instant at = Town.startOf(Town.TODAY).minusSeconds(90_000);
        return "From news@list.example %s\nFrom: News <news@list.example>\nTo: %s\nDate: %s\nList-Id: <news.list.example>\nMessage-ID: <1@list.example>\nSubject: News\n\nNews.\n\n"
                .formatted(
                        SEPARATOR.format(at.atOffset(ZoneOffset.UTC)),
                        member.email(),
                        DATE.format(at.atOffset(ZoneOffset.UTC)));
    }

    /** The name as an encoded word (RFC 2047), for not all are ASCII. */
    private static String phrase(Person person) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(person.name().getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
