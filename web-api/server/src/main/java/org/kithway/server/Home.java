package org.kithway.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The data folder of one instance. Nothing else on the machine is touched.
 *
 * @param folder absolute
 */
public record Home(Path folder) {
    private static final int MASTER_KEY_BYTES = 32;

    /** {@code KITHWAY_HOME}, else {@code data} in the working directory. */
    public static Home of(Map<String, String> environment, Path workingDirectory) {
        String named = environment.getOrDefault("KITHWAY_HOME", "");
        Path folder =
                named.isBlank()
                        ? workingDirectory.resolve("data")
                        : workingDirectory.resolve(named);
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Makes the folder, for its owner alone, if it does not exist. */
    public Home create() throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        return this;
    }

    /**
     * Claims the folder for this process, which holds it until it ends.
     *
     * @throws StartException if another process holds it
     */
    public FileLock claim() throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        ownerOnly("rw-------"));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // the same answer as to a lock of another process
        }
        channel.close();
        throw new StartException(
                "Another Kithway runs on "
                        + folder
                        + ": stop it, or set KITHWAY_HOME and KITHWAY_PORT to run a second one.",
                null);
    }

    /** The key by which the command line of this machine speaks to the server, if there is one. */
    public Optional<String> key() throws IOException {
        return Files.isReadable(keyFile())
                ? Optional.of(Files.readString(keyFile()).strip())
                : Optional.empty();
    }

    void writeKey(String key) throws IOException {
        writeSecret(keyFile(), (key + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path keyFile() {
        return folder.resolve("key");
    }

    /** The key that wraps the keys of spooled archives; made the first time. */
    byte[] masterKey(SecureRandom random) throws IOException {
        Path file = folder.resolve("master.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[MASTER_KEY_BYTES];
            random.nextBytes(key);
            writeSecret(file, key);
        }
        return Files.readAllBytes(file);
    }

    private void writeSecret(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly("rw-------"))) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
