package org.kithway.server;

import org.kithway.demo.DemoTown;
import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.OrganizationId;
import org.kithway.registry.FileLedger;
import org.kithway.registry.Import;
import org.kithway.registry.Member;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Runs the platform with the archives of an invented town's people.")
final class DemoCommand implements Callable<Integer> {
    private static final OrganizationId ORGANIZATION = FirstStart.ORGANIZATION;

    private final Home home;
    private final int port;
    private final PrintWriter out;
    private final PrintWriter err;

    DemoCommand(Home home, int port, PrintWriter out, PrintWriter err) {
        this.home = home;
        this.port = port;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws Exception {
        err.println("Starting on " + home.folder() + " ...");
        try (Server server = Server.start(home, port, Map.of())) {
            DemoTown town = DemoTown.create();
            Path loaded = home.folder().resolve("demo-loaded");
            if (Files.notExists(loaded)) {
                load(server, town);
                Files.createFile(loaded);
            }
            DemoTown.Questions questions = town.questions();
            String command = System.getProperty("kithway.script", "kithway");
            out.println();
            out.println("Kithway answers at " + server.address());
            out.println("To sign in once, within the hour: " + server.signInLink());
            out.println("Or ask from another shell:");
            out.println("  " + command + " experts " + quoted(questions.expertTopic()));
            out.println(
                    "  "
                            + command
                            + " routes --to "
                            + quoted(questions.routeQuery())
                            + " --from "
                            + quoted(questions.routeFrom()));
            out.println("  " + command + " people " + quoted(questions.peopleQuery()));
            out.println("  " + command + " identity report");
            out.println("Ctrl-C stops everything.");
            server.awaitEnd();
        }
        return 0;
    }

    private void load(Server server, DemoTown town) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(home.folder(), "demo");
        try {
            List<ImportId> imports = new ArrayList<>();
            for (DemoTown.Archive archive : town.writeAllArchives(folder)) {
                imports.add(submitOnce(server, archive));
            }
            for (ImportId id : imports) {
                report(server.registry(), await(server.registry(), id));
            }
        } finally {
            delete(folder);
        }
    }

    /** What was handed in before a former demonstration was interrupted goes on by itself. */
    private static ImportId submitOnce(Server server, DemoTown.Archive archive) throws IOException {
        Registry registry = server.registry();
        String name = archive.member().name();
        String fileName = archive.file().getFileName().toString();
        Member member =
                registry.members()
                        .byName(ORGANIZATION, name)
                        .orElseGet(
                                () -> registry.members().create(ORGANIZATION, name, Role.MEMBER));
        Optional<Import> former =
                registry.imports().all(ORGANIZATION).stream()
                        .filter(i -> i.member().equals(member.id()))
                        .filter(i -> i.fileName().equals(fileName))
                        .findFirst();
        if (former.isPresent()) {
            return former.get().id();
        }
        try (InputStream content = Files.newInputStream(archive.file())) {
            return server.desk()
                    .receive(
                            new ImportDesk.Submission(
                                    ORGANIZATION,
                                    member.id(),
                                    member.id(),
                                    false,
                                    Layer.ORGANIZATION,
                                    null,
                                    fileName,
                                    Map.of()),
                            content);
        }
    }

    private static Import await(Registry registry, ImportId id) throws InterruptedException {
        while (true) {
            Import now = registry.imports().find(ORGANIZATION, id).orElseThrow();
            if (now.state().isFinal()) {
                return now;
            }
            Thread.sleep(50);
        }
    }

    private void report(Registry registry, Import done) {
        List<FileLedger> files = registry.ledger().files(done.id());
        String name =
                registry.members().find(ORGANIZATION, done.member()).map(Member::name).orElse("");
        err.printf(
                "  %-28s %-9s %s: read %d = kept %d + withheld %d + rejected %d%n",
                name,
                done.site() == null ? "" : done.site().name(),
                done.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                files.stream().mapToLong(FileLedger::read).sum(),
                files.stream().mapToLong(FileLedger::kept).sum(),
                files.stream().mapToLong(FileLedger::withheld).sum(),
                files.stream().mapToLong(FileLedger::rejected).sum());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String quoted(String argument) {
        return "'" + argument.replace("'", "'\\''") + "'";
    }
}
