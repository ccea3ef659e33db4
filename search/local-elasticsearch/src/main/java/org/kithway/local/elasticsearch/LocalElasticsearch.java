package org.kithway.local.elasticsearch;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * A running Elasticsearch node of our own: a process that listens on 127.0.0.1, wants a password,
 * and ends when this JVM does, however that ends, because it watches the pipe between them.
 *
 * <p>A warm start costs some five seconds of processor time; a first start two seconds more. One
 * home serves one node at a time.
 */
public final class LocalElasticsearch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LocalElasticsearch.class);

    /** Far more than a start takes on a slow machine. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    /** With this byte on its input the server shuts down in order. */
    private static final int SHUTDOWN = 0x1B;

    /**
     * What a node is started with.
     *
     * @param distribution an unpacked Elasticsearch, see {@link Distribution#locate}; never written
     *     to
     * @param home where the node keeps its data, snapshots, logs and password
     * @param javaHome the JDK that runs the node, 21 or newer
     * @param heap size of the node's heap as in the JVM's {@code -Xmx}, such as {@code 512m}
     */
    public record Settings(Path distribution, Path home, Path javaHome, String heap) {
        private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[kKmMgG]");

        /** Checks the heap, and makes the paths absolute. */
        public Settings {
            if (!HEAP.matcher(heap).matches()) {
                throw new IllegalArgumentException(
                        "The heap is a number and k, m or g, such as 512m, and not " + heap);
            }
            distribution = distribution.toAbsolutePath().normalize();
            home = home.toAbsolutePath().normalize();
            javaHome = javaHome.toAbsolutePath().normalize();
        }

        /** A heap of 512 MB on the JDK that runs the caller. */
        public static Settings of(Path distribution, Path home) {
            return new Settings(
                    distribution, home, Path.of(System.getProperty("java.home")), "512m");
        }

        /** The same with another heap. */
        public Settings withHeap(String heap) {
            return new Settings(distribution, home, javaHome, heap);
        }
    }

    private final NodeHome home;
    private final FileChannel lock;
    private final Process process;
    private final String password;
    private final URI uri;

    private LocalElasticsearch(
            NodeHome home, FileChannel lock, Process process, String password, URI uri) {
        this.home = home;
        this.lock = lock;
        this.process = process;
        this.password = password;
        this.uri = uri;
    }

    /**
     * Starts a node and waits until it answers. A node that a killed JVM left behind on the same
     * home is seen off first.
     *
     * @throws LocalElasticsearchException if it does not come up, with the end of its log; also if
     *     another process runs a node on this home
     */
    public static LocalElasticsearch start(Settings settings) {
        return start(settings, Account.choose());
    }

    static LocalElasticsearch start(Settings settings, Account account) {
        NodeHome home = new NodeHome(settings.home());
        FileChannel lock = null;
        Process process = null;
        try {
            Files.createDirectories(home.root());
            lock = lock(home);
            awaitEndOfFormerNode(home);
            home.prepare(settings.distribution(), settings.heap());
            if (!Distribution.hasAnalysisModule(settings.distribution())) {
                AnalysisPlugin.install(home.plugins());
            }
            String password = home.password();
            account.own(home.node());
            account.requireReach(settings.distribution());
            account.requireReach(settings.javaHome());

            Launch launch = new Launch(home, settings, account);
            LaunchDescriptor descriptor = launch.descriptor();
            process = launch.start(descriptor);
            remember(home, process);
            OutputStream in = process.getOutputStream();
            in.write(descriptor.serverArguments());
            in.flush();
            URI uri = awaitAnswer(home, process, password);
            log.info("Elasticsearch answers at {} (process {})", uri, process.pid());
            return new LocalElasticsearch(home, lock, process, password, uri);
        } catch (LocalElasticsearchException e) {
            throw abandon(home, lock, process, e);
        } catch (IOException e) {
            throw abandon(home, lock, process, Diagnosis.of(home, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw abandon(
                    home,
                    lock,
                    process,
                    new LocalElasticsearchException("Interrupted while Elasticsearch started", e));
        }
    }

    /** Where it answers: {@code http://127.0.0.1:PORT}, another port at each start. */
    public URI uri() {
        return uri;
    }

    /** The user who may do everything. */
    public String username() {
        return NodeHome.USER;
    }

    /** That user's password; the same at each start on the same home. */
    public String password() {
        return password;
    }

    /** The folder below which the node may write snapshots ({@code path.repo}). */
    public Path snapshots() {
        return home.snapshots();
    }

    /** The node's process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the node's process still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops the node and waits until its process is gone. Closing twice is harmless. */
    @Override
    public void close() {
        try (lock) {
            stop(process);
            Files.deleteIfExists(home.pidFile());
        } catch (IOException e) {
            log.warn("Elasticsearch is stopped, but {} is left: {}", home.pidFile(), e.toString());
        }
    }

    private static FileChannel lock(NodeHome home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new LocalElasticsearchException(
                    "Another Kithway runs on "
                            + home.root()
                            + ". Stop it, or choose another home for this one.");
        }
        return channel;
    }

    /**
     * Whoever started that node is gone, since the lock is ours, so the node is on its way out: it
     * gets the time for it, and is ended if that does not do.
     */
    private static void awaitEndOfFormerNode(NodeHome home)
            throws IOException, InterruptedException {
        Optional<ProcessHandle> former = former(home);
        if (former.isEmpty()) {
            return;
        }
        ProcessHandle node = former.get();
        log.info("Waiting for the former Elasticsearch to end (process {})", node.pid());
        if (!ended(node, STOP_LIMIT)) {
            node.destroy();
            if (!ended(node, STOP_LIMIT)) {
                node.destroyForcibly();
                if (!ended(node, STOP_LIMIT)) {
                    throw new LocalElasticsearchException(
                            "A former Elasticsearch does not end. End the process "
                                    + node.pid()
                                    + " and start again.");
                }
            }
        }
    }

    private static Optional<ProcessHandle> former(NodeHome home) throws IOException {
        if (!Files.exists(home.pidFile())) {
            return Optional.empty();
        }
        // The time of its start tells it from another process that got its number since.
        String[] pidAndStart = Files.readString(home.pidFile()).strip().split(" ", 2);
        if (pidAndStart.length < 2 || !pidAndStart[0].matches("[0-9]+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                .filter(p -> startOf(p).equals(pidAndStart[1]));
    }

    private static void remember(NodeHome home, Process process) throws IOException {
        Files.writeString(home.pidFile(), process.pid() + " " + startOf(process.toHandle()));
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private static boolean ended(ProcessHandle process, Duration limit)
            throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI awaitAnswer(NodeHome home, Process process, String password)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(home.portsFile())) {
            check(home, process, end);
            process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        // One line per bound address, and we bind one; the file is moved into place complete.
        URI uri = URI.create("http://" + Files.readAllLines(home.portsFile()).getFirst().strip());
        HttpRequest health =
                HttpRequest.newBuilder(
                                uri.resolve("/_cluster/health?wait_for_status=yellow&timeout=30s"))
                        .header("Authorization", basic(password))
                        .timeout(START_LIMIT)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                switch (client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode()) {
                    case 200 -> {
                        return uri;
                    }
                    case 408 -> {
                        // An index that is lost can be rebuilt, but only by whoever gets to start.
                        log.warn("Elasticsearch answers, but an index of its is not available");
                        return uri;
                    }
                    default -> {
                        check(home, process, end);
                        process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    }
                }
            }
        }
    }

    private static void check(NodeHome home, Process process, long end) throws IOException {
        if (!process.isAlive()) {
            throw Diagnosis.of(
                    home, new IOException("the process ended with " + process.exitValue()));
        }
        if (System.nanoTime() > end) {
            throw Diagnosis.of(home, new IOException("no answer within " + START_LIMIT));
        }
    }

    /** Leaves nothing behind that could spoil the next start. */
    private static LocalElasticsearchException abandon(
            NodeHome home,
            @Nullable FileChannel lock,
            @Nullable Process process,
            LocalElasticsearchException failure) {
        if (process != null) {
            process.destroyForcibly();
        }
        if (lock != null) {
            try (lock) {
                Files.deleteIfExists(home.launchFile());
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    private static String basic(String password) {
        byte[] pair = (NodeHome.USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static void stop(Process process) {
        try {
            if (process.isAlive()) {
                try (OutputStream in = process.getOutputStream()) {
                    in.write(SHUTDOWN);
                } catch (IOException e) {
                    // It ended in between, or the broken pipe ends it.
                }
            }
            if (!process.waitFor(STOP_LIMIT)) {
                log.warn("Elasticsearch does not stop by itself: it is killed");
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
