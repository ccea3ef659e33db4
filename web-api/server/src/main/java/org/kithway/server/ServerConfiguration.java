package org.kithway.server;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.ElasticsearchTransportConfig;

import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.host.ConnectorHost;
import org.kithway.connector.host.LoadedConnector;
import org.kithway.ingestion.Intake;
import org.kithway.ingestion.Settlement;
import org.kithway.ingestion.batch.ImportJob;
import org.kithway.ingestion.batch.ImportRunner;
import org.kithway.ingestion.batch.Spool;
import org.kithway.ingestion.batch.SpoolDesk;
import org.kithway.ingestion.kafka.DecisionPublisher;
import org.kithway.ingestion.kafka.DeriverRunner;
import org.kithway.ingestion.kafka.Indexer;
import org.kithway.ingestion.kafka.KafkaIdentities;
import org.kithway.ingestion.kafka.KafkaProjections;
import org.kithway.ingestion.kafka.Pipeline;
import org.kithway.ingestion.kafka.TieFeed;
import org.kithway.ingestion.kafka.Topics;
import org.kithway.registry.Registry;
import org.kithway.search.elasticsearch.ElasticsearchEvidence;
import org.kithway.search.elasticsearch.ElasticsearchInventory;
import org.kithway.search.elasticsearch.ElasticsearchPeople;
import org.kithway.search.elasticsearch.ElasticsearchStatements;
import org.kithway.search.elasticsearch.ElasticsearchWriter;
import org.kithway.search.elasticsearch.StoreSettings;
import org.kithway.search.graph.TieGraphStore;
import org.kithway.web.InstalledConnectors;
import org.kithway.web.WebConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

/** Puts the parts together: every one is made here, and closed in the reverse order. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WebConfiguration.class)
class ServerConfiguration {
    private static final Logger log = LoggerFactory.getLogger(ServerConfiguration.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    Registry registry(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            SecureRandom random) {
        Registry.migrate(dataSource);
        return Registry.on(dataSource, transactions, clock, random);
    }

    @Bean
    FirstStart firstStart(Registry registry, Home home) throws IOException {
        return FirstStart.ensure(registry, home);
    }

    @Bean
    ConnectorHost connectorHost(KithwaySettings settings, Plugins plugins, Home home) {
        Plugins shipped =
                settings.plugins() == null ? plugins : new Plugins(Path.of(settings.plugins()));
        ConnectorHost host = ConnectorHost.loadJars(shipped.with(home).jars());
        host.refused().forEach(log::warn);
        return host;
    }

    @Bean
    InstalledConnectors installedConnectors(ConnectorHost host) {
        List<InstalledConnectors.Installed> installed =
                host.connectors().stream()
                        .map(c -> new InstalledConnectors.Installed(c.connector(), c.version()))
                        .toList();
        return () -> installed;
    }

    // The node takes longest to start: it is not waited for before it is asked something.
    @Bean
    ElasticsearchClient elasticsearchClient(Engines engines) {
        Jackson3JsonpMapper mapper = new Jackson3JsonpMapper();
        return new ElasticsearchClient(
                new LateTransport(mapper, () -> transport(engines.elasticsearch(), mapper)));
    }

    private static ElasticsearchTransport transport(
            Engines.Address address, Jackson3JsonpMapper mapper) {
        ElasticsearchTransportConfig.Builder config =
                new ElasticsearchTransportConfig.Builder().hosts(address.uris()).jsonMapper(mapper);
        if (address.username() != null && address.password() != null) {
            config.usernameAndPassword(address.username(), address.password());
        }
        return config.build().buildTransport();
    }

    @Bean
    StoreSettings storeSettings(KithwaySettings settings) {
        return StoreSettings.LOCAL
                .withPrefix(settings.elasticsearch().indexPrefix())
                .withShards(settings.elasticsearch().shards(), settings.elasticsearch().replicas());
    }

    @Bean
    ElasticsearchWriter documentWriter(ElasticsearchClient client, StoreSettings settings) {
        return new ElasticsearchWriter(client, settings);
    }

    @Bean
    ElasticsearchPeople peopleSearch(ElasticsearchClient client, StoreSettings settings) {
        return new ElasticsearchPeople(client, settings);
    }

    @Bean
    ElasticsearchEvidence evidenceSearch(ElasticsearchClient client, StoreSettings settings) {
        return new ElasticsearchEvidence(client, settings);
    }

    @Bean
    ElasticsearchStatements statements(ElasticsearchClient client, StoreSettings settings) {
        return new ElasticsearchStatements(client, settings);
    }

    @Bean
    ElasticsearchInventory inventory(ElasticsearchClient client, StoreSettings settings) {
        return new ElasticsearchInventory(client, settings);
    }

    @Bean
    TieGraphStore tieGraph(Clock clock, Home home) {
        return new TieGraphStore(clock, home.folder().resolve("ties"));
    }

    @Bean
    Pipeline pipeline(
            Engines engines,
            KithwaySettings settings,
            Registry registry,
            FirstStart firstStart,
            ElasticsearchWriter writer,
            Instance instance) {
        KithwaySettings.Kafka kafka = settings.kafka();
        Topics topics =
                new Topics(
                        kafka.topicPrefix(),
                        kafka.partitions(),
                        kafka.replication(),
                        kafka.compaction());
        return Pipeline.open(engines.kafka(), topics, registry, writer, instance.name());
    }

    @Bean
    Indexer indexer(Pipeline pipeline) {
        return Indexer.start(pipeline);
    }

    @Bean
    DecisionPublisher decisionPublisher(Pipeline pipeline) {
        return DecisionPublisher.start(pipeline);
    }

    @Bean
    TieFeed tieFeed(Pipeline pipeline, TieGraphStore graph) {
        return TieFeed.start(pipeline, graph);
    }

    @Bean
    DeriverRunner deriverRunner(Pipeline pipeline, Registry registry, Home home) {
        return DeriverRunner.start(
                pipeline, new Settlement(registry), home.folder().resolve("derived"));
    }

    @Bean
    KafkaIdentities identities(DeriverRunner derivers) {
        return new KafkaIdentities(derivers);
    }

    @Bean
    KafkaProjections projections(
            Pipeline pipeline,
            DeriverRunner derivers,
            ElasticsearchStatements statements,
            ElasticsearchInventory inventory,
            TieGraphStore graph,
            Home home) {
        return new KafkaProjections(
                pipeline, derivers, statements, inventory, graph, home.folder().resolve("derived"));
    }

    @Bean
    Spool spool(Home home, SecureRandom random) throws IOException {
        return new Spool(home.folder().resolve("spool"), home.masterKey(random), random);
    }

    @Bean(initMethod = "start")
    ImportRunner importRunner(
            JobRepository jobs,
            JobOperator operator,
            PlatformTransactionManager transactions,
            Registry registry,
            Pipeline pipeline,
            Spool spool,
            ConnectorHost host,
            Clock clock,
            Instance instance,
            KithwaySettings settings) {
        List<Connector> connectors =
                host.connectors().stream().map(LoadedConnector::connector).toList();
        ImportJob job =
                new ImportJob(
                        jobs,
                        operator,
                        transactions,
                        registry,
                        new Intake(pipeline.factLog()),
                        spool,
                        ExportLimits.DEFAULT,
                        () -> connectors);
        return new ImportRunner(
                registry, job, spool, clock, instance.name(), settings.importsAtOnce());
    }

    @Bean
    SpoolDesk importDesk(
            Spool spool,
            Registry registry,
            PlatformTransactionManager transactions,
            ImportRunner runner) {
        return new SpoolDesk(spool, registry, new TransactionTemplate(transactions), runner::wake);
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(
            Indexer indexer, DecisionPublisher publisher, TieFeed feed, DeriverRunner derivers) {
        return () -> {
            for (String failure :
                    Arrays.asList(
                            indexer.failure(),
                            publisher.failure(),
                            feed.failure(),
                            derivers.failure())) {
                if (failure != null) {
                    return Health.down().withDetail("problem", failure).build();
                }
            }
            return Health.up().build();
        };
    }

    @Bean
    HealthIndicator elasticsearchHealthIndicator(ElasticsearchClient client) {
        return () -> {
            try {
                String status = client.cluster().health().status().jsonValue();
                return ("red".equals(status) ? Health.down() : Health.up())
                        .withDetail("status", status)
                        .build();
            } catch (IOException | RuntimeException e) {
                return Health.down().withDetail("problem", "does not answer").build();
            }
        };
    }
}
