package org.kithway.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "import",
        description = {
            "Hand archives in, wait until they can be found, and print their ledgers.",
            "Exit code 3 if something was rejected or needs attention."
        })
final class ImportCommand extends ClientCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "Each is an import of its own; a folder is zipped on its way.")
    private List<Path> sources = new ArrayList<>();

    @Option(
            names = "--member",
            paramLabel = "NAME",
            description = "Whose archive it is; yours if not given. New names become members.")
    private @Nullable String member;

    @Option(
            names = "--site",
            paramLabel = "SITE",
            description = "Which site it is of; found out if not given.")
    private @Nullable String site;

    @Option(
            names = "--share",
            paramLabel = "organization|private",
            defaultValue = "private",
            description =
                    "Who may see what it says: everybody in the organization, or its member alone;"
                            + " private if not given.")
    private String share = "private";

    ImportCommand(Console console) {
        super(console);
    }

    /**
     * @param imported as the server took it
     */
    private record Submitted(String label, JsonNode imported) {}

    @Override
    int run(Api api) {
        check();
        // A refusal before the upload reads better than a connection that is cut within it.
        api.get("/me");
        List<Failure> failures = new ArrayList<>();
        List<Submitted> submitted = new ArrayList<>();
        for (Path source : sources) {
            try {
                submitted.add(new Submitted(Upload.name(source), upload(api, source)));
            } catch (Failure e) {
                failures.add(e);
                console()
                        .err()
                        .println("kithway: " + Text.clean(Upload.name(source) + ": " + e.detail()));
            }
        }
        ObjectNode answer = Api.object();
        ArrayNode imports = answer.putArray("imports");
        for (Submitted one : submitted) {
            imports.add(ImportWait.untilEnded(api, console(), one.label(), one.imported()));
        }
        if (!failures.isEmpty()) {
            ArrayNode errors = answer.putArray("errors");
            failures.forEach(failure -> errors.add(failure.problem()));
        }
        print(answer, () -> imports.forEach(this::tell));
        if (!failures.isEmpty()) {
            return failures.getFirst().exitCode();
        }
        return imports.valueStream().anyMatch(ImportCommand::isFinding)
                ? Failures.FINDING
                : Failures.OK;
    }

    private void check() {
        if (!share.equals("organization") && !share.equals("private")) {
            throw Failure.usage("--share is organization or private.");
        }
        for (Path source : sources) {
            if (!Files.isReadable(source)) {
                throw Failure.usage(
                        "There is nothing to read at "
                                + source
                                + ": give the path of an archive or its unpacked folder.");
            }
            if (Files.isDirectory(source)) {
                checkFolder(source);
            }
        }
    }

    private static void checkFolder(Path folder) {
        try {
            if (FolderZip.files(folder).isEmpty()) {
                throw Failure.usage("There is no file in the folder " + folder + ".");
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static Failure unreadable(Path source, IOException e) {
        return Failure.usage(
                source
                        + " cannot be read to its end ("
                        + e.getClass().getSimpleName()
                        + "): nothing of it is kept; see to its permissions and its disk.");
    }

    private JsonNode upload(Api api, Path source) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (member != null) {
            fields.put("member", member);
        }
        if (site != null) {
            fields.put("site", site);
        }
        fields.put("share", share);
        Progress progress = new Progress(console());
        Upload upload = null;
        try {
            long size = Files.isDirectory(source) ? 0 : Files.size(source);
            String name = Upload.name(source);
            upload =
                    new Upload(
                            source, fields, sent -> progress.show(sending(name, sent, size), ""));
            progress.show(sending(name, 0, size), "begun");
            return api.upload("/imports", upload.contentType(), upload.body());
        } catch (IOException e) {
            throw unreadable(source, e);
        } catch (Failure e) {
            IOException cause = upload == null ? null : upload.failure();
            throw cause == null ? e : unreadable(source, cause);
        } finally {
            progress.end();
        }
    }

    private static String sending(String name, long sent, long size) {
        return name
                + ": sending "
                + (size == 0
                        ? Text.count(sent >> 10) + " KiB"
                        : Progress.bar((double) sent / size));
    }

    private static boolean isFinding(JsonNode imported) {
        return switch (Text.of(imported, "state")) {
            case "duplicate" -> false;
            case "completed" -> imported.path("totals").path("rejected").asLong(0) > 0;
            default -> true;
        };
    }

    private void tell(JsonNode imported) {
        String note = Text.of(imported, "note");
        String state = Text.of(imported, "state");
        say(
                Text.of(imported, "fileName")
                        + ": "
                        + Text.of(imported, "id")
                        + ", "
                        + (Text.of(imported, "site").isEmpty()
                                ? ""
                                : Text.of(imported, "site") + ", ")
                        + Text.of(imported.path("member"), "name")
                        + ", "
                        + state.replace('_', ' ')
                        + ", "
                        + Text.count(imported, "facts")
                        + " facts");
        if (state.equals("duplicate")) {
            say(
                    "The same archive is there already as "
                            + Text.of(imported, "duplicateOf")
                            + ": nothing was added.");
        } else if (!note.isEmpty()) {
            say(note);
        }
        if (state.equals("completed") && Text.of(imported, "share").equals("private")) {
            say(
                    "Private: only "
                            + Text.of(imported.path("member"), "name")
                            + " sees what it says. With --share organization everybody does.");
        }
        if (!imported.path("files").isEmpty()) {
            say(
                    Text.table(
                            List.of("FILE", "READ", "KEPT", "WITHHELD", "REJECTED", "NOTE"),
                            imported.path("files").valueStream().map(ImportCommand::row).toList()));
        }
    }

    private static List<String> row(JsonNode file) {
        return List.of(
                Text.of(file, "path"),
                Text.count(file, "read"),
                Text.count(file, "kept"),
                Text.count(file, "withheld"),
                Text.count(file, "rejected"),
                Text.of(file, "note"));
    }
}
