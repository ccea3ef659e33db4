package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Gets the launch descriptor of a node. Elasticsearch's launch tool takes seconds to write one, so
 * it is kept, together with a digest of all that it follows from.
 */
final class Launch {
    private static final int DIGEST_BYTES = 32;

    private final NodeHome home;
    private final LocalElasticsearch.Settings settings;
    private final Account account;

    Launch(NodeHome home, LocalElasticsearch.Settings settings, Account account) {
        this.home = home;
        this.settings = settings;
        this.account = account;
    }

    /** The kept descriptor if it still holds, or else a new one. */
    LaunchDescriptor descriptor() throws IOException, InterruptedException {
        byte[] digest = digest();
        Path kept = home.launchFile();
        if (Files.exists(kept)) {
            byte[] bytes = Files.readAllBytes(kept);
            if (bytes.length > DIGEST_BYTES
                    && Arrays.equals(bytes, 0, DIGEST_BYTES, digest, 0, DIGEST_BYTES)) {
                return LaunchDescriptor.parse(
                        Arrays.copyOfRange(bytes, DIGEST_BYTES, bytes.length));
            }
        }
        byte[] made = make();
        LaunchDescriptor descriptor = LaunchDescriptor.parse(made);
        byte[] both = Arrays.copyOf(digest, DIGEST_BYTES + made.length);
        System.arraycopy(made, 0, both, DIGEST_BYTES, made.length);
        NodeHome.writePrivately(kept, both);
        return descriptor;
    }

    /** Starts the server as a descriptor says; its output goes to a file, its input stays ours. */
    Process start(LaunchDescriptor descriptor) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(descriptor.command()), descriptor.arguments().stream())
                        .toList();
        ProcessBuilder builder = builder(command, descriptor.environment());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.output().toFile()));
        return builder.start();
    }

    private byte[] make() throws IOException, InterruptedException {
        Path java = settings.javaHome().resolve("bin").resolve("java");
        List<String> command =
                List.of(
                        java.toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcli.name=server",
                        "-Dcli.script=elasticsearch",
                        "-Dcli.libs=lib/tools/server-cli",
                        "-Des.path.home=" + home.node(),
                        "-Des.path.conf=" + home.config(),
                        "-Des.distribution.type=zip",
                        "-Des.java.type=ES_JAVA_HOME",
                        "-cp",
                        home.node() + "/lib/*:" + home.node() + "/lib/cli-launcher/*",
                        "org.elasticsearch.launcher.CliToolLauncher");
        ProcessBuilder builder =
                builder(
                        command,
                        Map.of(
                                "JAVA", java.toString(),
                                "ES_TMPDIR", home.temporary().toString(),
                                "ES_REDIRECT_STDOUT_TO_STDERR", "true"));
        builder.redirectError(home.output().toFile());
        Process tool = builder.start();
        tool.getOutputStream().close();
        byte[] descriptor = tool.getInputStream().readAllBytes();
        if (tool.waitFor() != 0) {
            throw new IOException("the launch tool ended with " + tool.exitValue());
        }
        return descriptor;
    }

    /** The caller's environment stays out of it: JAVA_TOOL_OPTIONS and the like are not for us. */
    private ProcessBuilder builder(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(account.run(command));
        String path = System.getenv("PATH");
        builder.environment().clear();
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        builder.environment().putAll(environment);
        return builder.directory(home.node().toFile());
    }

    private byte[] digest() throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        Path javaHome = settings.javaHome();
        for (Object fact :
                List.of(
                        home.node(),
                        account,
                        settings.distribution(),
                        Files.getLastModifiedTime(settings.distribution().resolve("lib")),
                        javaHome,
                        Files.getLastModifiedTime(javaHome.resolve("bin").resolve("java")))) {
            digest.update((fact + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (String file : List.of("elasticsearch.yml", "jvm.options", "log4j2.properties")) {
            digest.update(Files.readAllBytes(home.config().resolve(file)));
        }
        return digest.digest();
    }
}
