package org.kithway.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

class LocalKafkaTest {

    @Test
    void handsOutWhatWasHandedIn() throws Exception {
        LocalKafka kafka = TestKafka.shared();
        create(kafka, "in-and-out", Map.of());

        send(kafka, "in-and-out", List.of("a=1", "b=2"));

        assertThat(read(kafka, "in-and-out")).containsExactly("a=1", "b=2");
    }

    @Test
    void keepsAConsumerGroupsPlace() throws Exception {
        LocalKafka kafka = TestKafka.shared();
        create(kafka, "places", Map.of());
        send(kafka, "places", List.of("a=1", "b=2"));

        assertThat(readInGroup(kafka, "places", 2)).containsExactly("a=1", "b=2");
        send(kafka, "places", List.of("c=3"));

        assertThat(readInGroup(kafka, "places", 1)).containsExactly("c=3");
    }

    @Test
    void refusesAWrongPassword() {
        LocalKafka kafka = TestKafka.shared();
        Map<String, Object> properties = properties(kafka);
        String login = kafka.clientProperties().getOrDefault("sasl.jaas.config", "");
        properties.put(
                "sasl.jaas.config", login.replaceAll("password=\"[^\"]*\"", "password=\"guess\""));

        try (Admin admin = Admin.create(properties)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .hasCauseInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void refusesAClientThatDoesNotLogIn() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", TestKafka.shared().bootstrapServers());
        properties.put("default.api.timeout.ms", "1500");
        properties.put("request.timeout.ms", "1000");

        try (Admin admin = Admin.create(properties)) {
            assertThatThrownBy(() -> admin.describeCluster().nodes().get())
                    .isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void makesNoTopicUnasked() {
        Map<String, Object> properties = properties(TestKafka.shared());
        properties.put("max.block.ms", "1000");

        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(
                            () -> producer.send(new ProducerRecord<>("mistyped", "k", "v")).get())
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void compactsWithinMomentsWhenTold() throws Exception {
        LocalKafka kafka = TestKafka.shared();
        create(
                kafka,
                "compacted",
                Map.of(
                        "cleanup.policy", "compact",
                        "segment.ms", "100",
                        "min.cleanable.dirty.ratio", "0.001",
                        "max.compaction.lag.ms", "100"));
        send(kafka, "compacted", List.of("a=1", "a=2", "b=1"));

        // The newest segment is never compacted, so that each round starts another.
        List<String> records = read(kafka, "compacted");
        for (int round = 0; records.contains("a=1"); round++) {
            assertThat(round).as("rounds without compaction").isLessThan(600);
            send(kafka, "compacted", List.of("round=" + round));
            records = read(kafka, "compacted");
        }

        assertThat(records).contains("a=2", "b=1").doesNotContain("a=1");
    }

    @Test
    void findsItsRecordsAfterARestart(@TempDir Path folder) throws Exception {
        LocalKafka.Settings settings = LocalKafka.Settings.of(folder.resolve("a home"));
        Map<String, String> firstLogin;
        try (LocalKafka kafka = LocalKafka.start(settings)) {
            firstLogin = kafka.clientProperties();
            create(kafka, "kept", Map.of());
            send(kafka, "kept", List.of("a=1", "b=2"));
        }

        try (LocalKafka kafka = LocalKafka.start(settings)) {
            assertThat(kafka.clientProperties()).isEqualTo(firstLogin);
            assertThat(read(kafka, "kept")).containsExactly("a=1", "b=2");
        }
    }

    @Test
    void findsAcknowledgedRecordsAfterAKill(@TempDir Path home) throws Exception {
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Victim.class.getName(),
                                home.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("acknowledged");
        } finally {
            other.destroyForcibly().waitFor();
        }

        try (LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.of(home))) {
            assertThat(read(kafka, "killed")).hasSize(1000).endsWith("k999=v");
        }
    }

    @Test
    void keepsItsSecretToItsOwner(@TempDir Path home) throws Exception {
        try (LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.of(home))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                    .isEqualTo("rwx------");
            Path secret = home.resolve("secret");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
            assertThat(kafka.clientProperties().get("sasl.jaas.config"))
                    .contains(Files.readString(secret));
        }
    }

    @Test
    void letsOneBrokerAtATimeUseAHome(@TempDir Path home) throws IOException {
        LocalKafka.Settings settings = LocalKafka.Settings.of(home);
        try (LocalKafka kafka = LocalKafka.start(settings)) {
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> LocalKafka.start(settings))
                    .isInstanceOf(LocalKafkaException.class)
                    .hasMessageContaining("choose another home");
        }
    }

    /** Starts a broker, has records acknowledged, and waits to be killed. */
    static final class Victim {
        public static void main(String[] args) throws Exception {
            LocalKafka kafka = LocalKafka.start(LocalKafka.Settings.of(Path.of(args[0])));
            create(kafka, "killed", Map.of());
            List<String> records = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                records.add("k" + i + "=v");
            }
            send(kafka, "killed", records);
            System.out.println("acknowledged");
            Thread.currentThread().join();
        }
    }

    private static void create(LocalKafka kafka, String topic, Map<String, String> configs)
            throws Exception {
        try (Admin admin = Admin.create(properties(kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(configs)))
                    .all()
                    .get();
        }
    }

    /** Sends records, each written {@code key=value}, and returns when they are acknowledged. */
    private static void send(LocalKafka kafka, String topic, List<String> records)
            throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        properties(kafka), new StringSerializer(), new StringSerializer())) {
            List<Future<?>> acknowledgements = new ArrayList<>();
            for (String record : records) {
                String[] pair = record.split("=", 2);
                acknowledgements.add(producer.send(new ProducerRecord<>(topic, pair[0], pair[1])));
            }
            for (var acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        }
    }

    private static List<String> read(LocalKafka kafka, String topic) {
        try (KafkaConsumer<String, String> consumer = consumer(properties(kafka))) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            List<String> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    records.add(record.key() + "=" + record.value());
                }
            }
            return records;
        }
    }

    private static List<String> readInGroup(LocalKafka kafka, String topic, int count) {
        Map<String, Object> properties = properties(kafka);
        properties.put("group.id", topic + "-readers");
        properties.put("group.protocol", "consumer");
        properties.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer = consumer(properties)) {
            consumer.subscribe(List.of(topic));
            List<String> records = new ArrayList<>();
            while (records.size() < count) {
                for (ConsumerRecord<String, String> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    records.add(record.key() + "=" + record.value());
                }
            }
            consumer.commitSync();
            return records;
        }
    }

    private static KafkaConsumer<String, String> consumer(Map<String, Object> properties) {
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> properties(LocalKafka kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put("bootstrap.servers", kafka.bootstrapServers());
        return properties;
    }
}
