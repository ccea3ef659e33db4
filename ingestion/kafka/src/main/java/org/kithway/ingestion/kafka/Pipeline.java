package org.kithway.ingestion.kafka;

import org.apache.kafka.clients.admin.Admin;
import org.kithway.ingestion.FactLog;
import org.kithway.registry.Registry;
import org.kithway.search.DocumentWriter;

/**
 * What one node's parts of the flow share.
 *
 * @param node names this process among all nodes
 * @param admin closed with this
 * @param sender closed with this
 */
public record Pipeline(
        KafkaClients clients,
        Topics topics,
        Registry registry,
        DocumentWriter writer,
        String node,
        Admin admin,
        Sender sender,
        DeadLetters deadLetters)
        implements AutoCloseable {
    /**
     * Makes the topics that are missing, and what sends to them.
     *
     * @throws FactLog.LogUnavailableException if the brokers do not answer
     */
    public static Pipeline open(
            KafkaClients clients,
            Topics topics,
            Registry registry,
            DocumentWriter writer,
            String node) {
        Admin admin = clients.admin();
        try {
            topics.ensure(admin);
        } catch (RuntimeException e) {
            admin.close();
            throw e;
        }
        Sender sender = new Sender(clients);
        return new Pipeline(
                clients,
                topics,
                registry,
                writer,
                node,
                admin,
                sender,
                new DeadLetters(sender, clients, topics));
    }

    /** Where intake hands facts on. */
    public FactLog factLog() {
        return new KafkaFactLog(sender, topics);
    }

    /** What was handed in is sent first. */
    @Override
    public void close() {
        sender.close();
        admin.close();
    }
}
