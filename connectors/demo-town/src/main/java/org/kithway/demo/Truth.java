package org.kithway.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is really so in a town, as JSON, to hold answers against:
 *
 * <pre>{@code
 * {"town": "…", "seed": 1, "today": "2025-11-14",
 *  "members": [{"id": 0, "name": "…", "slug": "…",
 *               "archives": [{"site": "linkedin", "file": "…", "records": {"Connections.csv": 412, …}}, …],
 *               "contacts": [{"id": 17, "since": "2019-03-02", "strength": 0.4, "sent": 3, "received": 5}, …]}],
 *  "people": [{"id": 0, "name": "…", "slug": "…", "closed": false, "title": "…", "company": "…",
 *              "knows": {"Payroll": 0.7, …},
 *              "accounts": [{"site": "twitter", "number": 200000017, "handle": "…", "name": "…"}, …]}, …],
 *  "friendships": [[0, 17, 0.4], …]}
 * }</pre>
 *
 * <p>{@code sent} and {@code received} count the messages that a member and the contact wrote to
 * each other alone, by the town's last day. {@code strength} and the values of {@code knows} lie in
 * (0, 1].
 */
public final class Truth {
    private Truth() {}

    /** Replaces the file if it exists. */
    public static void write(Town town, List<DemoTown.Archive> archives, Path json)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(json, StandardCharsets.UTF_8)) {
            out.write("{\"town\":" + text(Town.NAME) + ",\"seed\":" + town.seed());
            out.write(",\"today\":" + text(Town.TODAY.toString()) + ",\n\"members\":[");
            String separator = "\n";
            Map<Person, List<DemoTown.Archive>> byMember =
                    archives.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            DemoTown.Archive::member,
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            for (Map.Entry<Person, List<DemoTown.Archive>> member : byMember.entrySet()) {
                out.write(separator);
                member(town, member.getKey(), member.getValue(), out);
                separator = ",\n";
            }
            out.write("],\n\"people\":[");
            separator = "\n";
            for (Person person : town.people()) {
                out.write(separator);
                out.write(person(town, person));
                separator = ",\n";
            }
            out.write("],\n\"friendships\":[");
            separator = "\n";
            for (Friendship pair : town.friendships()) {
                out.write(separator);
                out.write("[" + pair.a() + "," + pair.b() + "," + pair.strength() + "]");
                separator = ",\n";
            }
            out.write("]}\n");
        }
    }

    private static void member(
            Town town, Person member, List<DemoTown.Archive> archives, Writer out)
            throws IOException {
        out.write("{\"id\":" + member.id() + ",\"name\":" + text(member.name()));
        out.write(",\"slug\":" + text(member.slug()));
        out.write(
                archives.stream()
                        .map(Truth::archive)
                        .collect(Collectors.joining(",", ",\"archives\":[", "]")));
        out.write(
                town.friendsOf(member).stream()
                        .map(pair -> contact(town, member, pair))
                        .collect(Collectors.joining(",\n ", ",\"contacts\":[\n ", "]}")));
    }

    private static String archive(DemoTown.Archive archive) {
        return "{\"site\":"
                + text(archive.site())
                + ",\"file\":"
                + text(String.valueOf(archive.file().getFileName()))
                + archive.records().entrySet().stream()
                        .map(file -> text(file.getKey()) + ":" + file.getValue())
                        .collect(Collectors.joining(",", ",\"records\":{", "}}"));
    }

    private static String contact(Town town, Person member, Friendship pair) {
        Optional<Conversation> conversation = town.conversation(pair);
        long all = conversation.map(c -> (long) c.messages().size()).orElse(0L);
        long sent =
                conversation.stream()
                        .flatMap(c -> c.messages().stream())
                        .filter(message -> message.from() == member.id())
                        .count();
        return "{\"id\":"
                + pair.other(member.id())
                + ",\"since\":\""
                + pair.since()
                + "\",\"strength\":"
                + pair.strength()
                + ",\"sent\":"
                + sent
                + ",\"received\":"
                + (all - sent)
                + "}";
    }

    private static String person(Town town, Person person) {
        Optional<Position> job = person.positionOn(Town.TODAY);
        return "{\"id\":"
                + person.id()
                + ",\"name\":"
                + text(person.name())
                + ",\"slug\":"
                + text(person.slug())
                + ",\"closed\":"
                + person.closed()
                + ",\"title\":"
                + text(job.map(Position::title).orElse(""))
                + ",\"company\":"
                + text(job.map(position -> position.company().name()).orElse(""))
                + person.skills().stream()
                        .map(skill -> text(skill.name()) + ":" + skill.level())
                        .collect(Collectors.joining(",", ",\"knows\":{", "}"))
                + town.presence().accounts(person).stream()
                        .map(Truth::account)
                        .collect(Collectors.joining(",", ",\"accounts\":[", "]}"));
    }

    private static String account(Presence.Account account) {
        return "{\"site\":"
                + text(account.site().siteName())
                + ",\"number\":"
                + account.number()
                + ",\"handle\":"
                + text(account.handle())
                + ",\"name\":"
                + text(account.name())
                + "}";
    }

    /** A JSON string; the town's texts hold no control characters but line breaks. */
    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
