package org.kithway.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;

/**
 * What can be set of the server, besides what Spring Boot knows (the database at {@code
 * spring.datasource}).
 *
 * @param kafka the log of facts and decisions
 * @param elasticsearch the people store
 * @param importsAtOnce how many archives are read at the same time
 * @param plugins the folder of connector plugins; {@code plugins} beside the jar if not set
 */
@ConfigurationProperties("kithway")
public record KithwaySettings(
        @DefaultValue Kafka kafka,
        @DefaultValue Elasticsearch elasticsearch,
        @DefaultValue("2") int importsAtOnce,
        @Nullable String plugins) {
    /**
     * @param bootstrapServers brokers of a cluster; a broker is started within this process if not
     *     set
     * @param properties further settings of clients, such as {@code security.protocol}
     * @param topicPrefix begins every topic's name
     * @param partitions of the topic of facts, when it is made
     * @param replication how many brokers hold each record, when topics are made
     * @param compaction settings of the compacted topics, when they are made
     */
    public record Kafka(
            @Nullable String bootstrapServers,
            @DefaultValue Map<String, String> properties,
            @DefaultValue("kithway.") String topicPrefix,
            @DefaultValue("4") int partitions,
            @DefaultValue("1") short replication,
            @DefaultValue Map<String, String> compaction) {}

    /**
     * @param uris nodes of a cluster, separated by commas; a node is started as a child process if
     *     not set
     * @param username of the cluster
     * @param password of the cluster
     * @param distribution an unpacked Elasticsearch for the local node; found or fetched if not set
     * @param heap of the local node
     * @param indexPrefix begins every index's name
     * @param shards of each index, when it is made
     * @param replicas of each index, when it is made
     */
    public record Elasticsearch(
            @Nullable String uris,
            @Nullable String username,
            @Nullable String password,
            @Nullable String distribution,
            @DefaultValue("512m") String heap,
            @DefaultValue("kithway") String indexPrefix,
            @DefaultValue("1") int shards,
            @DefaultValue("0") int replicas) {}
}
