package org.kithway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class TruthTest {
    private final DemoTown demo = DemoTown.create();
    private List<DemoTown.Archive> archives;
    private JsonNode truth;

    @BeforeEach
    void write(@TempDir Path folder) throws IOException {
        archives = demo.writeArchives(folder);
        Truth.write(demo.town(), archives, folder.resolve("truth.json"));
        truth = new JsonMapper().readTree(Files.readString(folder.resolve("truth.json")));
    }

    @Test
    void namesEveryoneAndEveryTie() {
        assertThat(truth.get("people").size()).isEqualTo(demo.town().people().size());
        assertThat(truth.get("friendships").size()).isEqualTo(demo.town().friendships().size());
        assertThat(truth.get("people").get(3).get("name").asString())
                .isEqualTo(demo.town().person(3).name());
        assertThat(truth.get("people").get(3).get("knows").size())
                .isEqualTo(demo.town().person(3).skills().size());
    }

    @Test
    void countsWhatTheArchivesHold() throws IOException {
        assertThat(truth.get("members").size()).isEqualTo(archives.size());
        for (int i = 0; i < archives.size(); i++) {
            JsonNode member = truth.get("members").get(i);
            byte[] zip = Files.readAllBytes(archives.get(i).file());
            for (String file : Zips.texts(zip).sequencedKeySet()) {
                assertThat(member.get("archives").get(0).get("records").get(file).asInt())
                        .as(file)
                        .isEqualTo(Zips.records(zip, file).size());
            }
            assertThat(member.get("contacts").size())
                    .isEqualTo(
                            member.get("archives")
                                    .get(0)
                                    .get("records")
                                    .get("Connections.csv")
                                    .asInt());
        }
    }

    @Test
    void countsTheMessagesThatAMemberAndAContactWroteToEachOther() throws IOException {
        Person member = archives.getFirst().member();
        Person contact = demo.town().person(1);
        List<List<String>> messages =
                Zips.records(Files.readAllBytes(archives.getFirst().file()), "messages.csv")
                        .stream()
                        .filter(record -> record.get(11).equals("No"))
                        .toList();
        JsonNode told =
                truth.get("members")
                        .get(0)
                        .get("contacts")
                        .valueStream()
                        .filter(node -> node.get("id").asInt() == contact.id())
                        .findFirst()
                        .orElseThrow();
        assertThat(told.get("sent").asLong())
                .isPositive()
                .isEqualTo(written(messages, member, contact));
        assertThat(told.get("received").asLong())
                .isPositive()
                .isEqualTo(written(messages, contact, member));
    }

    private static long written(List<List<String>> messages, Person from, Person to) {
        return messages.stream()
                .filter(record -> record.get(3).equals(LinkedInArchive.address(from)))
                .filter(record -> record.get(5).equals(LinkedInArchive.address(to)))
                .count();
    }
}
