package org.kithway.connector.tck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small exports of many sites, which only the connector of each may recognize. */
final class OtherSites {
    private static final List<Foreign> ALL =
            List.of(
                    new Foreign("facebook", "connections/friends/your_friends.json"),
                    new Foreign("twitter", "data/follower.js", "data/account.js"),
                    new Foreign("contacts", "contacts.vcf"),
                    new Foreign("mail", "Sent.mbox"),
                    new Foreign("mastodon", "outbox.json", "actor.json", "following_accounts.csv"),
                    new Foreign("linkedin", "Connections.csv", "Profile.csv"),
                    new Foreign("facts", "crm.jsonl"),
                    new Foreign("shop", "orders.csv"),
                    new Foreign("nothing"));

    private OtherSites() {}

    /** An export and the site it is of. */
    record Foreign(String site, List<String> entries) {
        Foreign(String site, String... entries) {
            this(site, List.of(entries));
        }

        MemoryExport export() throws IOException {
            Map<String, byte[]> contents = new HashMap<>();
            for (String entry : entries) {
                String resource = "exports/" + site + "/" + entry;
                try (InputStream in = OtherSites.class.getResourceAsStream(resource)) {
                    if (in == null) {
                        throw new AssertionError("no resource " + resource);
                    }
                    contents.put(entry, in.readAllBytes());
                }
            }
            return MemoryExport.of(site, contents);
        }
    }

    static List<Foreign> all() {
        return ALL;
    }

    /** Many large files of no site, of which a connector may look at a few. */
    static MemoryExport crowd(long seed) {
        Random random = new Random(seed);
        Map<String, byte[]> contents = new HashMap<>();
        for (String ending : List.of(".csv", ".json", ".jsonl", ".html", ".vcf", ".mbox", ".txt")) {
            for (int i = 0; i < 40; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < 20_000) {
                    text.append(random.nextInt(1000)).append(i % 2 == 0 ? ',' : '\n');
                }
                contents.put(
                        "part/" + i + ending, text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return MemoryExport.of("crowd", contents);
    }
}
