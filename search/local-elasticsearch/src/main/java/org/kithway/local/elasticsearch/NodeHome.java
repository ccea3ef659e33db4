package org.kithway.local.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The files of one node. What the caller alone may read stands at the top; below {@code node} it
 * looks like an installation of Elasticsearch, whose programs are links into the distribution.
 */
record NodeHome(Path root) {
    static final String USER = "kithway";

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    Path node() {
        return root.resolve("node");
    }

    Path config() {
        return node().resolve("config");
    }

    Path plugins() {
        return node().resolve("plugins");
    }

    Path logs() {
        return node().resolve("logs");
    }

    Path temporary() {
        return node().resolve("tmp");
    }

    Path snapshots() {
        return node().resolve("snapshots");
    }

    Path portsFile() {
        return logs().resolve("http.ports");
    }

    /** What the processes print that are not logging yet or no longer. */
    Path output() {
        return logs().resolve("output.log");
    }

    Path log() {
        return logs().resolve("elasticsearch.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path pidFile() {
        return root.resolve("node.pid");
    }

    Path launchFile() {
        return root.resolve("launch");
    }

    /** Writes everything that a start needs, over what a former version may have left. */
    void prepare(Path distribution, String heap) throws IOException {
        for (Path folder : List.of(config(), plugins(), logs(), temporary(), snapshots())) {
            Files.createDirectories(folder);
        }
        Files.setPosixFilePermissions(node(), PosixFilePermissions.fromString("rwx------"));
        link(node().resolve("lib"), distribution.resolve("lib"));
        link(node().resolve("modules"), distribution.resolve("modules"));
        for (String name : List.of("elasticsearch.yml", "jvm.options", "log4j2.properties")) {
            Files.writeString(config().resolve(name), resource(name).replace("${heap}", heap));
        }
        Files.writeString(config().resolve("users_roles"), "superuser:" + USER + "\n");
        Files.deleteIfExists(portsFile());
        Files.deleteIfExists(output());
    }

    /** The password, made at the first call, and the file by which the node knows it. */
    String password() throws IOException {
        Path file = root.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            writePrivately(file, Base64.getUrlEncoder().withoutPadding().encode(random));
        }
        String password = Files.readString(file);
        Files.writeString(config().resolve("users"), USER + ":" + hash(password) + "\n");
        return password;
    }

    /** Replaces a file by one that its owner alone may read, wholly or not at all. */
    static void writePrivately(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "new", "", OWNER_ONLY);
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** In the form of Elasticsearch's file realm; the password is random, so a few rounds do. */
    private static String hash(String password) {
        int rounds = 1_000;
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(
                                    new PBEKeySpec(password.toCharArray(), salt, rounds, 256))
                            .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "{PBKDF2}%d$%s$%s"
                    .formatted(rounds, base64.encodeToString(salt), base64.encodeToString(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = NodeHome.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
