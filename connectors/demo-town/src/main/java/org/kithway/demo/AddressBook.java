package org.kithway.demo;

import org.kithway.demo.Presence.Site;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A member's address book as vCards of version 3.0 (RFC 2426): those whom the member knows well,
 * with e-mail address, firm and, for some, their pages elsewhere. The glue between sites.
 */
final class AddressBook {
    private static final double KNOWN_WELL = 0.3;

    private AddressBook() {}

    static SequencedMap<String, Long> write(
            Town town, Person member, OutputStream out, String fileName) throws IOException {
        Writer cards = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        long written = 0;
        for (Friendship pair : town.friendsOf(member)) {
            Person friend = town.person(pair.other(member.id()));
            if (pair.strength() >= KNOWN_WELL && !friend.closed()) {
                cards.write(card(town, friend));
                written++;
            }
        }
        cards.flush();
        SequencedMap<String, Long> records = new LinkedHashMap<>();
        records.put(fileName, written);
        return records;
    }

    private static String card(Town town, Person friend) {
        StringBuilder card = new StringBuilder("BEGIN:VCARD\r\nVERSION:3.0\r\n");
        card.append(
                "N:%s;%s;;;\r\nFN:%s\r\n"
                        .formatted(
                                text(friend.family()), text(friend.given()), text(friend.name())));
        card.append("EMAIL;TYPE=INTERNET:").append(friend.email()).append("\r\n");
        friend.positionOn(Town.TODAY)
                .ifPresent(job ->
                        card.append(
                                "ORG:%s\r\nTITLE:%s\r\n"
                                        .formatted(text(job.company().name()), text(job.title()))));
        town.presence()
                .account(friend, Site.TWITTER)
                .filter(account -> account.number() % 2 == 0)
                .ifPresent(account ->
                        card.append("URL:https://twitter.com/")
                                .append(account.handle())
                                .append("\r\n"));
        return card.append("END:VCARD\r\n").toString();
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\n", "\\n");
    }
}
