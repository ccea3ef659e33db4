package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.HashMap;
import java.util.Map;

/**
 * How to reach the brokers, and the clients that all of the platform uses.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param properties what a client must set to be let in
 */
public record KafkaClients(String bootstrapServers, Map<String, String> properties) {
    public KafkaClients {
        properties = Map.copyOf(properties);
    }

    /** Nothing that holds the password is printed. */
    @Override
    public String toString() {
        return "KafkaClients[" + bootstrapServers + "]";
    }

    /** Its records are acknowledged by all replicas in sync, in order, or fail within a minute. */
    public Producer<byte[], byte[]> producer() {
        Map<String, Object> p = common();
        p.put("acks", "all");
        p.put("enable.idempotence", "true");
        p.put("compression.type", "lz4");
        p.put("linger.ms", "5");
        p.put("batch.size", Integer.toString(128 << 10));
        p.put("request.timeout.ms", "15000");
        p.put("delivery.timeout.ms", "60000");
        p.put("max.block.ms", "30000");
        return new KafkaProducer<>(p, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads what it is assigned, and nobody keeps its offsets. */
    public Consumer<byte[], byte[]> consumer() {
        return consumer(common());
    }

    /** Shares a topic's partitions with the others of its group; commits when told to. */
    public Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> p = common();
        p.put("group.id", group);
        p.put("group.protocol", "consumer");
        return consumer(p);
    }

    public Admin admin() {
        Map<String, Object> p = common();
        p.put("request.timeout.ms", "15000");
        p.put("default.api.timeout.ms", "30000");
        return Admin.create(p);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> p) {
        p.put("enable.auto.commit", "false");
        p.put("auto.offset.reset", "earliest");
        p.put("allow.auto.create.topics", "false");
        p.put("max.poll.records", "2000");
        p.put("default.api.timeout.ms", "30000");
        return new KafkaConsumer<>(p, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common() {
        Map<String, Object> p = new HashMap<>(properties);
        p.put("bootstrap.servers", bootstrapServers);
        return p;
    }
}
