package org.kithway.local.kafka;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A Kafka broker of our own, in this JVM: one KRaft node that is both broker and controller,
 * listens on 127.0.0.1 and wants a password (SASL/PLAIN) on each of its listeners.
 *
 * <p>Records are on disk, and survive the end of this JVM, however it ends, from when they were
 * acknowledged; only a crash of the machine can lose what the operating system had not written yet.
 * A topic must be made before it is used. Nothing is deleted for its age or size. When the disk
 * fails, Kafka ends the whole JVM rather than go on.
 *
 * <p>Kafka logs a lot below {@code org.apache.kafka}, {@code kafka} and {@code
 * state.change.logger}: an application sets these loggers to {@code warn}, and {@code
 * org.apache.kafka.clients} to {@code error} if the warnings of clients that wait for the broker's
 * restart are not wanted. Run the JVM with {@code --enable-native-access=ALL-UNNAMED
 * --sun-misc-unsafe-memory-access=allow}, or it prints warnings of its own.
 */
public final class LocalKafka implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalKafka.class);

    private static final int NODE = 1;
    private static final String USER = "kithway";
    private static final String HOST = "127.0.0.1";

    /**
     * What a broker is started with.
     *
     * @param home where the broker keeps its records and its secret
     * @param cleanerBackoff how long the log cleaner sleeps when there is nothing to compact; tests
     *     that await compaction set it to a fraction of a second
     */
    public record Settings(Path home, Duration cleanerBackoff) {
        /** Checks the times, and makes the path absolute. */
        public Settings {
            if (cleanerBackoff.isNegative()) {
                throw new IllegalArgumentException("negative: " + cleanerBackoff);
            }
            home = home.toAbsolutePath().normalize();
        }

        /** For use: the cleaner looks every 15 seconds. */
        public static Settings of(Path home) {
            return new Settings(home, Duration.ofSeconds(15));
        }
    }

    private final KafkaRaftServer server;
    private final int port;
    private final String login;

    private LocalKafka(KafkaRaftServer server, int port, String login) {
        this.server = server;
        this.port = port;
        this.login = login;
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @throws LocalKafkaException if it does not come up; also if another process runs a broker on
     *     this home
     */
    public static LocalKafka start(Settings settings) {
        Path home = settings.home();
        try {
            Path records = Files.createDirectories(home.resolve("records"));
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            String secret = Secret.in(home);
            format(records);
            // The quorum has one fixed member, which may be found on another port at each start.
            int[] ports = freePorts();
            String login = login(secret);
            KafkaConfig config =
                    new KafkaConfig(properties(settings, records, ports, login, secret), false);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            startUp(server);
            log.info("Kafka serves at {}:{}", HOST, ports[0]);
            return new LocalKafka(server, ports[0], login);
        } catch (KafkaException | IOException e) {
            throw new LocalKafkaException(
                    "Kafka did not start on %s: %s. If another Kithway runs there, stop it or choose another home."
                            .formatted(home, e.getMessage()),
                    e);
        }
    }

    private static void startUp(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e instanceof KafkaException ? e : new KafkaException(e);
        }
    }

    /** Where it listens: {@code 127.0.0.1:PORT}, another port at each start. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** What a client must set to be let in: {@code security.protocol} and {@code sasl.*}. */
    public Map<String, String> clientProperties() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", login + ";");
    }

    /** Stops the broker and waits until its files are closed. Closing twice is harmless. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path records) throws IOException {
        if (Files.exists(records.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(records.toString())
                    .setDirectories(List.of(records.toString()))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setHasDynamicQuorum(false)
                    .setPrintStream(
                            new PrintStream(
                                    OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static Properties properties(
            Settings settings, Path records, int[] ports, String login, String secret) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", Integer.toString(NODE));
        p.put("log.dirs", records.toString());
        p.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, ports[1]));
        p.put("controller.listener.names", "CONTROLLER");
        p.put("inter.broker.listener.name", "CLIENTS");
        p.put(
                "listeners",
                "CLIENTS://%s:%d,CONTROLLER://%s:%d".formatted(HOST, ports[0], HOST, ports[1]));

        p.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        p.put("sasl.enabled.mechanisms", "PLAIN");
        p.put("sasl.mechanism.controller.protocol", "PLAIN");
        p.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        String users = "%s user_%s=\"%s\";".formatted(login, USER, secret);
        p.put("listener.name.clients.plain.sasl.jaas.config", users);
        p.put("listener.name.controller.plain.sasl.jaas.config", users);

        p.put("auto.create.topics.enable", "false");
        p.put("log.retention.ms", "-1");
        p.put("log.retention.bytes", "-1");
        p.put("log.cleaner.backoff.ms", Long.toString(settings.cleanerBackoff().toMillis()));

        // One broker holds the one copy of everything.
        p.put("offsets.topic.replication.factor", "1");
        p.put("transaction.state.log.replication.factor", "1");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.replication.factor", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");

        // A machine that does other work too: little memory, few threads, small files.
        p.put("offsets.topic.num.partitions", "1");
        p.put("transaction.state.log.num.partitions", "1");
        p.put("num.network.threads", "2");
        p.put("num.io.threads", "2");
        p.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        p.put("log.index.size.max.bytes", Integer.toString(1 << 20));

        // After a crash the former broker's and consumers' sessions must end before work goes on.
        p.put("broker.session.timeout.ms", "2000");
        p.put("broker.heartbeat.interval.ms", "500");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.min.session.timeout.ms", "3000");
        p.put("group.consumer.min.session.timeout.ms", "3000");
        p.put("group.consumer.session.timeout.ms", "6000");
        p.put("group.consumer.min.heartbeat.interval.ms", "500");
        p.put("group.consumer.heartbeat.interval.ms", "1000");
        return p;
    }

    private static String login(String secret) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"%s\" password=\"%s\"".formatted(USER, secret);
    }

    /** For the clients and for the controller, which must be known before either is bound. */
    private static int[] freePorts() throws IOException {
        InetAddress host = InetAddress.getByName(HOST);
        try (ServerSocket clients = new ServerSocket(0, 1, host);
                ServerSocket controller = new ServerSocket(0, 1, host)) {
            return new int[] {clients.getLocalPort(), controller.getLocalPort()};
        }
    }
}
