package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.Identities;
import org.kithway.ingestion.ImportDesk;
import org.kithway.ingestion.Projections;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Member;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.search.EvidenceSearch;
import org.kithway.search.Introductions;
import org.kithway.search.PeopleSearch;
import org.kithway.search.Statements;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** The interface on a real Tomcat and a real registry, before stores in memory. */
final class TestServer {
    static final long LARGEST_UPLOAD = 8 << 20;

    private static final AtomicInteger ORGANIZATIONS = new AtomicInteger();
    private static @Nullable TestServer shared;

    final TestClock clock = new TestClock();
    final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:web;DB_CLOSE_DELAY=-1", "sa", "");
    final Registry registry;
    final TestDesk desk;
    final TestProjections projections = new TestProjections();
    final TestIdentities identities = new TestIdentities();
    final StoredPeople people = new StoredPeople();
    final StoredEvidence evidence = new StoredEvidence();
    final StoredStatements statements = new StoredStatements();
    final StoredTies ties = new StoredTies();
    final ConfigurableApplicationContext context;
    final int port;

    private TestServer() {
        Registry.migrate(dataSource);
        registry =
                Registry.on(
                        dataSource,
                        new JdbcTransactionManager(dataSource),
                        clock,
                        new SecureRandom());
        desk = new TestDesk(registry);
        context =
                new SpringApplicationBuilder(Application.class)
                        .initializers(c -> c.getBeanFactory().registerSingleton("testServer", this))
                        .properties(
                                "server.port=0",
                                "server.address=127.0.0.1",
                                "spring.main.banner-mode=off",
                                "kithway.web.largest-upload=" + LARGEST_UPLOAD + "B")
                        .run();
        WebServerApplicationContext web = (WebServerApplicationContext) context;
        port = Objects.requireNonNull(web.getWebServer()).getPort();
    }

    static synchronized TestServer shared() {
        TestServer server = shared;
        if (server == null) {
            server = new TestServer();
            shared = server;
        }
        return server;
    }

    /** An organization of its own, with an administrator and two members. */
    Town town() {
        OrganizationId id = new OrganizationId("town-" + ORGANIZATIONS.incrementAndGet());
        registry.organizations().create(id, "Town");
        return new Town(
                this,
                id,
                registry.members().create(id, "Ada Admin", Role.ADMIN),
                registry.members().create(id, "Ben Baker", Role.MEMBER),
                registry.members().create(id, "Cleo Cook", Role.ANALYST));
    }

    record Town(TestServer server, OrganizationId id, Member ada, Member ben, Member cleo) {
        Caller as(Member member) {
            return new Caller(
                    server, server.registry.access().createKey(member.id(), "test", null).token());
        }
    }

    Caller anonymous() {
        return new Caller(this, null);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(WebConfiguration.class)
    static class Application {
        @Bean
        Clock clock(TestServer server) {
            return server.clock;
        }

        @Bean
        Registry registry(TestServer server) {
            return server.registry;
        }

        @Bean
        ImportDesk desk(TestServer server) {
            return server.desk;
        }

        @Bean
        Projections projections(TestServer server) {
            return server.projections;
        }

        @Bean
        Identities identities(TestServer server) {
            return server.identities;
        }

        @Bean
        PeopleSearch peopleSearch(TestServer server) {
            return server.people;
        }

        @Bean
        EvidenceSearch evidenceSearch(TestServer server) {
            return server.evidence;
        }

        @Bean
        Statements statements(TestServer server) {
            return server.statements;
        }

        @Bean
        Introductions introductions(TestServer server) {
            return server.ties;
        }

        @Bean
        InstalledConnectors connectors() {
            return () -> List.of(new InstalledConnectors.Installed(new TestConnector(), "1.2.3"));
        }
    }
}
