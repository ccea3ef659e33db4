package org.kithway.ingestion.batch;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Connector;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.ingestion.Fingerprints;
import org.kithway.ingestion.ImportRun;
import org.kithway.ingestion.Intake;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.MemberId;
import org.kithway.model.Place;
import org.kithway.registry.Decision;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.registry.Import.State;
import org.kithway.registry.LedgerDelta;
import org.kithway.registry.Member;
import org.kithway.registry.Organization;
import org.kithway.registry.Outcome;
import org.kithway.registry.Registry;
import org.kithway.registry.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.crypto.SecretKey;

/**
 * Reads one archive: finds its connector, runs the job that hands its readings to intake, and
 * decides that from now on it counts. Interrupted anywhere, even by the death of the process, it
 * goes on where it was when it is run again.
 */
public final class ImportJob {
    private static final Logger log = LoggerFactory.getLogger(ImportJob.class);
    private static final String NAME = "import";
    private static final int CHUNK = 1000;
    private static final String NOT_READ = "not read";
    private static final String HOLDS_NOTHING =
            "holds no records, though it should: check the export";
    private static final String ALL_REJECTED =
            "none of its records could be read: see what each says, and export it again";

    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactionManager;
    private final TransactionTemplate transactions;
    private final Registry registry;
    private final Intake intake;
    private final Spool spool;
    private final ExportLimits limits;
    private final Supplier<List<Connector>> connectors;

    public ImportJob(
            JobRepository repository,
            JobOperator operator,
            PlatformTransactionManager transactionManager,
            Registry registry,
            Intake intake,
            Spool spool,
            ExportLimits limits,
            Supplier<List<Connector>> connectors) {
        this.repository = repository;
        this.operator = operator;
        this.transactionManager = transactionManager;
        this.transactions = new TransactionTemplate(transactionManager);
        this.registry = registry;
        this.intake = intake;
        this.spool = spool;
        this.limits = limits;
        this.connectors = connectors;
    }

    /**
     * Reads the archive of a queued or interrupted import to its end.
     *
     * @throws InterruptedImportException if it could not go on for a reason that may pass; to be
     *     run again later
     */
    public void run(Import imported) {
        ImportId id = imported.id();
        registry.imports().transition(id, Set.of(State.QUEUED, State.RUNNING), State.RUNNING, null);
        try (Exports.OpenExport export =
                Exports.open(imported.fileName(), spool.open(id), limits)) {
            Connector connector = connector(imported, export);
            Settings settings =
                    Settings.check(connector.descriptor().settings(), imported.settings());
            Connector.Manifest manifest = describe(imported, connector, export, settings);
            execute(imported, connector, export, settings, manifest);
            settle(imported, connector, manifest);
        } catch (UnreadableExportException e) {
            fail(imported, e.getMessage());
        } catch (NoSuchFileException e) {
            fail(imported, "the archive is not in the spool any more: import it anew");
        } catch (IOException e) {
            fail(imported, new UnreadableExportException(e).getMessage());
        } catch (IllegalArgumentException e) {
            fail(imported, e.getMessage());
        }
    }

    private Connector connector(Import imported, Exports.OpenExport export) throws IOException {
        for (Connector candidate : connectors.get()) {
            boolean wanted =
                    imported.site() == null
                            || candidate.descriptor().site().equals(imported.site());
            if (wanted && candidate.recognizes(export)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(
                imported.site() == null
                        ? "no connector recognizes this archive: see the connectors for what can be read, and how to export it"
                        : "this is no archive of "
                                + imported.site()
                                + ", or of a kind that its connector does not know");
    }

    private Connector.Manifest describe(
            Import imported, Connector connector, Exports.OpenExport export, Settings settings)
            throws IOException {
        Connector.Manifest manifest;
        try (Connector.Reader reader = connector.open(export, settings)) {
            manifest = reader.manifest();
        }
        registry.imports()
                .describe(
                        imported.id(),
                        connector.descriptor().site(),
                        manifest.exportedAt(),
                        manifest.owner());
        transactions.executeWithoutResult(status -> {
            Set<String> known =
                    registry.ledger().files(imported.id()).stream()
                            .map(FileLedger::path)
                            .collect(Collectors.toSet());
            for (String entry : export.entries()) {
                String part = manifest.parts().getOrDefault(entry, "");
                if (known.contains(entry)) {
                    continue;
                }
                registry.ledger().startFile(imported.id(), entry, part);
                if (part.isEmpty()) {
                    registry.ledger().noteFile(imported.id(), entry, NOT_READ);
                }
            }
        });
        return manifest;
    }

    private void execute(
            Import imported,
            Connector connector,
            Exports.OpenExport export,
            Settings settings,
            Connector.Manifest manifest) {
        ReadingsToIntake writer =
                new ReadingsToIntake(
                        intake, registry.ledger(), importRun(imported), manifest.parts());
        Step step =
                new StepBuilder("read", repository)
                        .<Reading, Reading>chunk(CHUNK)
                        .transactionManager(transactionManager)
                        .reader(new ReadingCursor(connector, export, settings))
                        .writer(writer)
                        .build();
        Job job = new JobBuilder(NAME, repository).start(step).build();
        JobParameters parameters =
                new JobParametersBuilder()
                        .addString("import", imported.id().value())
                        .toJobParameters();
        JobExecution execution = launch(job, parameters);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return;
        }
        Optional<UnreadableExportException> unreadable =
                execution.getAllFailureExceptions().stream()
                        .flatMap(failure -> causes(failure).stream())
                        .filter(UnreadableExportException.class::isInstance)
                        .map(UnreadableExportException.class::cast)
                        .findFirst();
        if (unreadable.isPresent()) {
            throw unreadable.get();
        }
        throw new InterruptedImportException(
                imported.id(),
                execution.getAllFailureExceptions().stream().findFirst().orElse(null));
    }

    private JobExecution launch(Job job, JobParameters parameters) {
        try {
            JobExecution last = repository.getLastJobExecution(NAME, parameters);
            if (last != null && last.getStatus() == BatchStatus.COMPLETED) {
                return last;
            }
            if (last != null && last.isRunning()) {
                log.info(
                        "Recovering job execution {} of a run that ended without a word",
                        last.getId());
                operator.recover(last);
            }
            return operator.start(job, parameters);
        } catch (JobInstanceAlreadyCompleteException
                | JobExecutionAlreadyRunningException
                | JobRestartException
                | InvalidJobParametersException e) {
            throw new IllegalStateException("the import's job cannot be started", e);
        }
    }

    private ImportRun importRun(Import imported) {
        Organization organization =
                registry.organizations().find(imported.organization()).orElseThrow();
        Set<MemberId> nameable = new HashSet<>();
        if (imported.byAdmin()) {
            registry.members().list(organization.id()).stream()
                    .map(Member::id)
                    .forEach(nameable::add);
        }
        return new ImportRun(
                organization.id(),
                new Fingerprints(organization.key().getEncoded()),
                imported.id(),
                imported.member(),
                imported.layer(),
                nameable,
                suppressed(organization));
    }

    private Predicate<AccountId> suppressed(Organization organization) {
        Set<String> digests = registry.suppressions().all(organization.id());
        SecretKey key = organization.key();
        return digests.isEmpty()
                ? account -> false
                : account -> digests.contains(Suppressions.digest(key, account));
    }

    private void settle(Import imported, Connector connector, Connector.Manifest manifest) {
        ImportId id = imported.id();
        transactions.executeWithoutResult(status -> {
            for (FileLedger file : registry.ledger().files(id)) {
                if (!file.part().isEmpty() && file.rejected() == file.read() && !file.faulty()) {
                    fault(id, file, file.read() == 0 ? HOLDS_NOTHING : ALL_REJECTED);
                }
            }
            if (!registry.imports().transition(id, Set.of(State.RUNNING), State.SETTLING, null)) {
                return;
            }
            ReadParts read = ReadParts.of(registry.ledger().files(id));
            registry.decisions()
                    .append(
                            imported.organization(),
                            new Decision.ImportSettled(
                                    id,
                                    imported.member(),
                                    connector.descriptor().site(),
                                    manifest.owner(),
                                    imported.layer(),
                                    manifest.exportedAt(),
                                    imported.submitted(),
                                    read.whole(),
                                    read.fragments(),
                                    registry.ledger().ends(id)));
        });
        forget(id);
    }

    private void fault(ImportId id, FileLedger file, String reason) {
        registry.ledger()
                .record(
                        id,
                        new LedgerDelta(
                                file.path(),
                                file.part(),
                                0,
                                0,
                                Map.of(),
                                List.of(new Outcome(Place.of(file.path()), reason)),
                                0));
        registry.ledger().noteFile(id, file.path(), reason);
    }

    // What a failed import had handed on before is forgotten like an undone one's.
    private void fail(Import imported, @Nullable String note) {
        transactions.executeWithoutResult(status -> {
            if (registry.imports()
                    .transition(imported.id(), Set.of(State.RUNNING), State.FAILED, note)) {
                registry.decisions()
                        .append(imported.organization(), new Decision.ImportUndone(imported.id()));
            }
        });
        forget(imported.id());
    }

    private void forget(ImportId id) {
        try {
            spool.delete(id);
        } catch (IOException e) {
            log.warn("The archive of {} could not be deleted; it goes with the next sweep", id, e);
        }
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure;
                cause != null && causes.size() < 20;
                cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** An import stopped for a reason that may pass. */
    public static final class InterruptedImportException extends RuntimeException {
        private static final long serialVersionUID = 1;

        InterruptedImportException(ImportId id, @Nullable Throwable cause) {
            super(id + " could not go on", cause);
        }
    }
}
