package org.kithway.ingestion.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.facts.FactsConnector;
import org.kithway.ingestion.Assertion;
import org.kithway.ingestion.ImportDesk.Submission;
import org.kithway.ingestion.Intake;
import org.kithway.ingestion.Settlement;
import org.kithway.model.Fact;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.registry.Decision;
import org.kithway.registry.Import.State;
import org.kithway.registry.LoggedDecision;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.kithway.registry.Supersession;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What archives with broken files come to, read by the real connector of facts. */
class ImportJobTest {
    private static final OrganizationId TOWN = new OrganizationId("town");
    private static final String GOOD = header(2024) + skill("tin") + skill("oak");

    @TempDir Path folder;
    private final List<Assertion> logged = new ArrayList<>();
    private Installation town;

    @BeforeEach
    void open() throws Exception {
        town = new Installation();
    }

    @Test
    void aLaterFileTakesThePlaceOfAnEarlierOneOfItsKind() throws IOException {
        imported(Map.of("crm.jsonl", GOOD));
        imported(Map.of("crm.jsonl", header(2025) + skill("brass")));

        assertThat(skills()).containsExactly("brass");
    }

    @Test
    void aFileOfWhichNothingCouldBeKeptTakesNobodysPlace() throws IOException {
        ImportId good = imported(Map.of("crm.jsonl", GOOD));
        ImportId broken =
                imported(Map.of("crm.jsonl", header(2025) + "{}\n", "b.jsonl", skill("slate")));
        assertThat(skills()).containsExactly("oak", "slate", "tin");
        assertThat(town.state(broken)).isEqualTo(State.NEEDS_ATTENTION);

        town.desk.undo(TOWN, good);
        assertThat(skills()).containsExactly("slate");
        town.desk.undo(TOWN, broken);
        assertThat(skills()).isEmpty();
    }

    @Test
    void takingBackABrokenFileLeavesTheGoodOne() throws IOException {
        imported(Map.of("crm.jsonl", GOOD));
        ImportId broken = imported(Map.of("crm.jsonl", header(2025) + "{}\n"));

        town.desk.undo(TOWN, broken);

        assertThat(skills()).containsExactly("oak", "tin");
    }

    @Test
    void anEmptyFileTakesNobodysPlaceAndNeedsAttention() throws IOException {
        imported(Map.of("crm.jsonl", GOOD));
        ImportId empty = imported(Map.of("crm.jsonl", header(2025), "b.jsonl", skill("slate")));

        assertThat(skills()).containsExactly("oak", "slate", "tin");
        assertThat(town.state(empty)).isEqualTo(State.NEEDS_ATTENTION);
    }

    @Test
    void aFileThatBreaksOffAddsWhatItSaysAndNeedsAttention() throws IOException {
        imported(Map.of("crm.jsonl", GOOD));
        ImportId fragment =
                imported(
                        damaged(
                                Map.of(
                                        "a.jsonl",
                                        skill("slate"),
                                        "crm.jsonl",
                                        header(2025) + skill("brass")),
                                skill("brass")));

        assertThat(skills()).containsExactly("brass", "oak", "slate", "tin");
        assertThat(town.state(fragment)).isEqualTo(State.NEEDS_ATTENTION);
        assertThat(town.registry.ledger().files(fragment).getLast().note()).contains("damaged");

        imported(Map.of("crm.jsonl", header(2026) + skill("copper")));
        assertThat(skills()).containsExactly("copper", "slate");
    }

    @Test
    void aFactOfTwoKindsOfFileOutlivesTheLossOfOne() throws IOException {
        imported(Map.of("crm.jsonl", GOOD, "club.jsonl", GOOD.replace("\"crm\"", "\"club\"")));
        imported(Map.of("crm.jsonl", header(2025) + skill("brass")));

        assertThat(skills()).containsExactly("brass", "oak", "tin");
    }

    private static String header(int year) {
        return "{\"export\":{\"source\":\"crm\",\"exportedAt\":\"%d-01-01T00:00:00Z\"}}\n"
                .formatted(year);
    }

    private static String skill(String skill) {
        return "{\"fact\":\"skill\",\"subject\":\"crm:17\",\"skill\":\"%s\"}\n".formatted(skill);
    }

    private ImportId imported(Map<String, String> files) throws IOException {
        return imported(zip(files));
    }

    private ImportId imported(byte[] archive) throws IOException {
        ImportId id =
                town.desk.receive(
                        new Submission(
                                TOWN,
                                town.ann,
                                town.ann,
                                true,
                                Layer.ORGANIZATION,
                                null,
                                "archive.zip",
                                Map.of()),
                        new ByteArrayInputStream(archive));
        town.job.run(town.registry.imports().find(TOWN, id).orElseThrow());
        new Settlement(town.registry).settled(id);
        return id;
    }

    /**
     * The skills that count, as a deriver would find them: by the log of facts and of decisions.
     */
    private Set<String> skills() {
        List<Decision> decisions =
                town.registry.decisions().all(TOWN, 0, 100).stream()
                        .map(LoggedDecision::decision)
                        .toList();
        Map<ImportId, Set<String>> active =
                Supersession.active(Supersession.settled(decisions).values());
        Set<String> skills = new TreeSet<>();
        Map<String, Assertion> compacted = new HashMap<>();
        logged.forEach(assertion -> compacted.put(assertion.key(), assertion));
        for (Assertion assertion : compacted.values()) {
            if (assertion.fact() instanceof Fact.Skill skill
                    && active.getOrDefault(assertion.imported(), Set.of())
                            .contains(assertion.part())) {
                skills.add(skill.skill());
            }
        }
        return skills;
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 checksum = new CRC32();
                checksum.update(content);
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /** An archive that does not hold what its checksums were made of. */
    private static byte[] damaged(Map<String, String> files, String after) throws IOException {
        Map<String, String> more = new TreeMap<>();
        files.forEach((name, content) -> more.put(name, content + " \n"));
        byte[] bytes = zip(more);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf(after) + after.length()] = '\t';
        return bytes;
    }

    /** Everything that an import needs, but a log of facts in memory. */
    private final class Installation {
        final Registry registry;
        final SpoolDesk desk;
        final ImportJob job;
        final MemberId ann;

        Installation() throws Exception {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:file:" + folder.resolve("registry") + ";DB_CLOSE_DELAY=0");
            Registry.migrate(database);
            new ResourceDatabasePopulator(
                            new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
                    .execute(database);
            DataSourceTransactionManager manager = new DataSourceTransactionManager(database);
            SecureRandom random = new SecureRandom();
            Clock clock = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
            registry = Registry.on(database, manager, clock, random);
            registry.organizations().create(TOWN, "Town");
            ann = registry.members().create(TOWN, "Ann", Role.ADMIN).id();
            Spool spool = new Spool(folder.resolve("spool"), new byte[32], random);
            desk = new SpoolDesk(spool, registry, new TransactionTemplate(manager), () -> {});
            JobRepository jobs = jobs(database, manager);
            TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
            operator.setJobRepository(jobs);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
            job =
                    new ImportJob(
                            jobs,
                            operator,
                            manager,
                            registry,
                            new Intake(assertions -> {
                                logged.addAll(assertions);
                                return Map.of(0, (long) logged.size());
                            }),
                            spool,
                            ExportLimits.DEFAULT,
                            () -> List.of(new FactsConnector()));
        }

        private static JobRepository jobs(
                JdbcDataSource database, DataSourceTransactionManager manager) throws Exception {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(database);
            factory.setTransactionManager(manager);
            factory.afterPropertiesSet();
            return factory.getObject();
        }

        State state(ImportId id) {
            return registry.imports().find(TOWN, id).orElseThrow().state();
        }
    }
}
