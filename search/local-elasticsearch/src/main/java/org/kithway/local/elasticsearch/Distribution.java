package org.kithway.local.elasticsearch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Finds the Elasticsearch that the local node runs: the small distribution that its makers publish
 * on Maven Central. It is taken as it is and never made part of anything of ours.
 */
public final class Distribution {
    private static final Logger log = LoggerFactory.getLogger(Distribution.class);

    static final String VERSION = "9.5.3";

    /** Of the zip file. */
    private static final String SHA_256 =
            "bec49f3b8d00e75c8d1cec85c35298635ec9fbd3ae80ef5aeb6bc05abdb3db2d";

    private static final String NAME = "elasticsearch-" + VERSION;
    private static final String ARTIFACT =
            "org/elasticsearch/distribution/integ-test-zip/elasticsearch/%s/%s.zip"
                    .formatted(VERSION, NAME);
    private static final URI MAVEN_CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

    private Distribution() {}

    /**
     * Where unpacked distributions are kept by default, one for all of a user's homes: {@code
     * kithway} in {@code XDG_CACHE_HOME}, which is {@code ~/.cache} if not set.
     */
    public static Path defaultCache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        return (cache == null || cache.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("kithway");
    }

    /**
     * The unpacked distribution: the configured one; else the one that the cache holds; else it is
     * unpacked into the cache, from the local Maven repository ({@code maven.repo.local}, by
     * default {@code ~/.m2/repository}) or, if it is not there, from Maven Central (130 MB).
     * Several processes may ask at once.
     *
     * @param cache a folder to unpack into; made if absent
     * @param configured a distribution that is used as it is, if given
     * @throws LocalElasticsearchException if there is none and none can be had
     */
    public static Path locate(Path cache, Optional<Path> configured) {
        return locate(cache, configured, mavenRepository(), MAVEN_CENTRAL);
    }

    static Path locate(
            Path cache, Optional<Path> configured, Path mavenRepository, URI mavenCentral) {
        if (configured.isPresent()) {
            return check(configured.get());
        }
        Path unpacked = cache.resolve(NAME);
        if (Files.isDirectory(unpacked)) {
            return unpacked;
        }
        try {
            Files.createDirectories(cache);
            Path zip = mavenRepository.resolve(ARTIFACT);
            if (Files.isRegularFile(zip)) {
                unpack(zip, unpacked);
            } else {
                Path download = Files.createTempFile(cache, NAME, ".zip");
                try {
                    download(mavenCentral.resolve(ARTIFACT), download);
                    unpack(download, unpacked);
                } finally {
                    Files.deleteIfExists(download);
                }
            }
            return unpacked;
        } catch (IOException e) {
            throw new LocalElasticsearchException(
                    "There is no Elasticsearch in %s, nor in the Maven repository %s, and none can be had from %s (%s). Unpack an Elasticsearch %s yourself and configure its path, or mend the network's settings."
                            .formatted(cache, mavenRepository, mavenCentral, e, VERSION),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalElasticsearchException("Interrupted while fetching Elasticsearch", e);
        }
    }

    /** Whether a distribution brings the analyzers itself, as the full ones do. */
    static boolean hasAnalysisModule(Path distribution) {
        return Files.isDirectory(distribution.resolve("modules").resolve("analysis-common"));
    }

    private static Path check(Path configured) {
        if (!Files.isDirectory(configured.resolve("lib").resolve("tools").resolve("server-cli"))) {
            throw new LocalElasticsearchException(
                    configured
                            + " is not an unpacked Elasticsearch "
                            + VERSION
                            + ": it should hold the folders lib and modules.");
        }
        return configured;
    }

    static Path mavenRepository() {
        String configured = System.getProperty("maven.repo.local");
        return configured == null
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(configured);
    }

    private static void download(URI from, Path to) throws IOException, InterruptedException {
        log.info("Fetching Elasticsearch from {}", from);
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(20))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpResponse<Path> response =
                    client.send(
                            HttpRequest.newBuilder(from).build(),
                            HttpResponse.BodyHandlers.ofFile(to));
            if (response.statusCode() != 200) {
                throw new IOException(from + " answers " + response.statusCode());
            }
        }
    }

    /** Under another name first, so that whoever finds the folder finds it complete. */
    private static void unpack(Path zip, Path target) throws IOException {
        verify(zip);
        Path partial = Files.createTempDirectory(target.getParent(), NAME + "-partial");
        try {
            try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    extract(in, entry, partial);
                }
            }
            Files.move(partial.resolve(NAME), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            log.debug("Another process unpacked {} meanwhile", target);
        } finally {
            delete(partial);
        }
    }

    private static void extract(ZipInputStream in, ZipEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("an entry leads out of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void verify(Path zip) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(zip), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String actual = HexFormat.of().formatHex(digest.digest());
        if (!actual.equals(SHA_256)) {
            throw new IOException(
                    "%s has the SHA-256 %s and not %s: delete it".formatted(zip, actual, SHA_256));
        }
    }
}
