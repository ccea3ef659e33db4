package org.kithway.web;

import jakarta.servlet.http.HttpServletRequest;

import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Settings;
import org.kithway.ingestion.ImportDesk;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.Site;
import org.kithway.registry.Member;
import org.kithway.registry.Members;
import org.kithway.registry.Principal;
import org.kithway.registry.Registry;
import org.kithway.registry.Role;
import org.springframework.http.HttpStatus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes uploads apart as they arrive: what is said of an archive first, then the archive, straight
 * into the hands of the {@link ImportDesk}. Nothing of it is written anywhere in between.
 */
final class Uploads {
    static final String FILE = "file";
    static final String MEMBER = "member";
    static final String SITE = "site";
    static final String SHARE = "share";

    private static final String SETTING = "setting.";
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_FIELDS = 64;
    private static final int LONGEST_NAME = 200;

    private final Registry registry;
    private final ImportDesk desk;
    private final InstalledConnectors connectors;
    private final long largest;

    Uploads(
            Registry registry,
            ImportDesk desk,
            InstalledConnectors connectors,
            WebSettings settings) {
        this.registry = registry;
        this.desk = desk;
        this.connectors = connectors;
        this.largest = settings.largestUpload().toBytes();
    }

    /**
     * Reads the request to its end and queues the import.
     *
     * @throws ProblemException if the request is not as it should be, ends early or is too large;
     *     nothing is left behind
     */
    ImportId receive(Principal viewer, HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        try {
            FileItemInputIterator parts = parts(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (FILE.equals(part.getFieldName())) {
                    ImportDesk.Submission submission =
                            submission(viewer, fields, fileName(part.getName()));
                    return receive(submission, new LastPart(part.getInputStream(), parts));
                }
                read(part, fields);
            }
        } catch (IOException e) {
            throw broken(e);
        }
        throw ProblemException.invalid("The request has no part named file.");
    }

    private ImportId receive(ImportDesk.Submission submission, LastPart archive) {
        try {
            return desk.receive(submission, archive);
        } catch (IOException e) {
            ProblemException problem = archive.problem;
            if (problem != null) {
                throw problem;
            }
            throw ProblemException.of(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "The archive cannot be stored: is the server's disk full? Nothing of it is"
                            + " kept; hand it in again once there is room.");
        }
    }

    private FileItemInputIterator parts(HttpServletRequest request) throws IOException {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> upload =
                new JakartaServletFileUpload<>();
        upload.setMaxSize(largest);
        upload.setHeaderCharset(StandardCharsets.UTF_8);
        return upload.getItemIterator(request);
    }

    private static void read(FileItemInput part, Map<String, String> fields) throws IOException {
        String name = part.getFieldName();
        boolean known =
                MEMBER.equals(name)
                        || SITE.equals(name)
                        || SHARE.equals(name)
                        || (name != null && name.startsWith(SETTING));
        if (!known || !part.isFormField()) {
            throw ProblemException.invalid(
                    "A part has none of the names member, site, share, setting.<name>, file.");
        }
        byte[] text;
        try (InputStream content = part.getInputStream()) {
            text = content.readNBytes(LONGEST_FIELD + 1);
        }
        if (text.length > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
            throw ProblemException.invalid("A part before the file is too long, or too many are.");
        }
        if (fields.put(name, new String(text, StandardCharsets.UTF_8)) != null) {
            throw ProblemException.invalid("A part is there twice.");
        }
    }

    private ImportDesk.Submission submission(
            Principal viewer, Map<String, String> fields, String fileName) {
        boolean admin = viewer.role().covers(Role.ADMIN);
        String share = fields.getOrDefault(SHARE, "private");
        if (!share.equals("private") && !share.equals("organization")) {
            throw ProblemException.invalid("share is neither private nor organization.");
        }
        Site site = site(fields.get(SITE));
        Map<String, String> settings =
                fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(SETTING))
                        .collect(
                                Collectors.toMap(
                                        field -> field.getKey().substring(SETTING.length()),
                                        Map.Entry::getValue));
        if (site != null) {
            check(site, settings);
        }
        MemberId member = member(viewer, admin, fields.get(MEMBER));
        return new ImportDesk.Submission(
                viewer.organization(),
                member,
                viewer.member(),
                admin,
                share.equals("organization") ? Layer.ORGANIZATION : Layer.of(member),
                site,
                fileName,
                settings);
    }

    private @Nullable Site site(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return connectors.list().stream()
                .map(i -> i.connector().descriptor().site())
                .filter(site -> site.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.invalid(
                                "No connector reads that site; there are: "
                                        + connectors.list().stream()
                                                .map(i -> i.connector().descriptor().site().name())
                                                .collect(Collectors.joining(", "))));
    }

    private void check(Site site, Map<String, String> settings) {
        Descriptor descriptor = connectors.of(site).orElseThrow().connector().descriptor();
        try {
            Settings.check(descriptor.settings(), settings);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("Settings: " + e.getMessage());
        }
    }

    private MemberId member(Principal viewer, boolean admin, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return viewer.member();
        }
        boolean isId = wanted.startsWith("mem_");
        Optional<Member> found =
                isId
                        ? registry.members().find(viewer.organization(), Ids.member(wanted))
                        : registry.members().byName(viewer.organization(), wanted);
        if (found.isPresent() && (admin || found.get().id().equals(viewer.member()))) {
            return found.get().id();
        }
        if (!admin) {
            throw ProblemException.forbidden(
                    "Only an administrator hands in archives of other members.");
        }
        if (isId) {
            throw ProblemException.notFound();
        }
        return created(viewer, wanted);
    }

    private MemberId created(Principal viewer, String name) {
        try {
            return registry.members().create(viewer.organization(), name, Role.MEMBER).id();
        } catch (Members.NameTakenException e) {
            // Somebody else was faster.
            return registry.members().byName(viewer.organization(), name).orElseThrow().id();
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    "member has 1 to 200 characters, none of them a control character.");
        }
    }

    /** The file's own name: some browsers send the folders with it. */
    static String fileName(@Nullable String sent) {
        String name = sent == null ? "" : sent.substring(lastSeparator(sent) + 1);
        String legal =
                name.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .limit(LONGEST_NAME / 2)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
        return legal.isEmpty() ? "archive" : legal;
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    private static ProblemException broken(IOException e) {
        return e instanceof FileUploadSizeException
                ? ProblemException.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The archive is larger than this server takes (kithway.web.largest-upload).")
                : ProblemException.invalid(
                        "The upload ended early or is not multipart/form-data: nothing of it is"
                                + " kept; send it again.");
    }

    /**
     * The archive, which ends only once the request has. Remembers what was wrong with the request,
     * to tell it from what may be wrong with the store.
     */
    private static final class LastPart extends InputStream {
        private final InputStream content;
        private final FileItemInputIterator parts;
        private boolean ended;
        private @Nullable ProblemException problem;

        LastPart(InputStream content, FileItemInputIterator parts) {
            this.content = content;
            this.parts = parts;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (ended || length == 0) {
                return ended ? -1 : 0;
            }
            try {
                int count = content.read(buffer, offset, length);
                if (count < 0) {
                    end();
                }
                return count;
            } catch (IOException e) {
                problem = problem == null ? broken(e) : problem;
                throw e;
            }
        }

        private void end() throws IOException {
            if (parts.hasNext()) {
                problem =
                        ProblemException.invalid(
                                "Something follows the file: put member, site, share and settings"
                                        + " before it. Nothing of it is kept.");
                throw new IOException("a part follows the file");
            }
            ended = true;
        }
    }
}
