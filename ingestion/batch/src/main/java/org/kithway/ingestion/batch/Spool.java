package org.kithway.ingestion.batch;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;

import org.kithway.model.ImportId;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where uploaded archives lie until they are read: a folder of encrypted files, each under a key of
 * its own which a master key wraps. What is deleted cannot be read again, even from a copy of the
 * file, for its key is gone with it.
 *
 * <p>Archives are encrypted by AES-256-GCM in segments (Hoang, Reyhanitabar, Rogaway and Vizár,
 * "Online authenticated-encryption and its nonce-reuse misuse-resistance", 2015, as Tink's
 * streaming AEAD does it), so that a zip's entries can be reached without unpacking the whole.
 */
public final class Spool {
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final Set<StandardOpenOption> WRITE_NEW =
            Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING);

    private final Path folder;
    private final byte[] masterKey;
    private final SecureRandom random;

    /**
     * @param folder made, readable by the owner alone, if it does not exist
     * @param masterKey 32 bytes
     */
    public Spool(Path folder, byte[] masterKey, SecureRandom random) throws IOException {
        this.folder = Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
        this.masterKey = masterKey.clone();
        this.random = random;
    }

    /**
     * Stores an archive, on disk for good when this returns.
     *
     * @throws IOException if the content ends early or the disk takes no more; nothing is left
     *     behind
     */
    public Receipt store(ImportId id, InputStream content) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        MessageDigest digest = sha256();
        long bytes;
        Path written = folder.resolve(id + ".part");
        try {
            try (FileChannel file =
                            FileChannel.open(written, WRITE_NEW, ownerOnly(folder, "rw-------"));
                    OutputStream out = encrypting(key, file, id)) {
                bytes = content.transferTo(new DigestOutputStream(out, digest));
            }
            force(written);
            writeKey(id, key);
            Files.move(written, archive(id), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(written);
            Files.deleteIfExists(keyFile(id));
            throw e;
        }
        return new Receipt(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * Opens a stored archive for reading anywhere in it.
     *
     * @throws NoSuchFileException if it was deleted
     * @throws IOException if it was changed or the key is another one
     */
    public SeekableByteChannel open(ImportId id) throws IOException {
        byte[] key = readKey(id);
        FileChannel file = FileChannel.open(archive(id), StandardOpenOption.READ);
        try {
            return streaming(key).newSeekableDecryptingChannel(file, name(id));
        } catch (GeneralSecurityException | IOException e) {
            file.close();
            throw new IOException("the stored archive of " + id + " cannot be decrypted", e);
        }
    }

    /** Deletes an archive and its key; does nothing if there is none. */
    public void delete(ImportId id) throws IOException {
        Files.deleteIfExists(keyFile(id));
        Files.deleteIfExists(archive(id));
    }

    /**
     * Deletes what has lain here for longer than the given time, and returns whose archives those
     * were.
     */
    public List<ImportId> sweep(Instant now, Duration longest) throws IOException {
        List<ImportId> swept = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(now.minus(longest))) {
                    continue;
                }
                String name = file.getFileName().toString();
                Files.deleteIfExists(file);
                if (name.endsWith(".archive")) {
                    ImportId id =
                            new ImportId(name.substring(0, name.length() - ".archive".length()));
                    Files.deleteIfExists(keyFile(id));
                    swept.add(id);
                }
            }
        }
        return swept;
    }

    /**
     * What was stored.
     *
     * @param sha256 of the archive as it came in, in hexadecimal digits
     */
    public record Receipt(long bytes, String sha256) {}

    private OutputStream encrypting(byte[] key, FileChannel file, ImportId id) throws IOException {
        try {
            return Channels.newOutputStream(streaming(key).newEncryptingChannel(file, name(id)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
    }

    private void writeKey(ImportId id, byte[] key) throws IOException {
        try (FileChannel file =
                FileChannel.open(keyFile(id), WRITE_NEW, ownerOnly(folder, "rw-------"))) {
            byte[] wrapped = new AesGcmJce(masterKey).encrypt(key, name(id));
            Channels.newOutputStream(file).write(wrapped);
            file.force(true);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    private byte[] readKey(ImportId id) throws IOException {
        try {
            return new AesGcmJce(masterKey).decrypt(Files.readAllBytes(keyFile(id)), name(id));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of " + id + " was wrapped by another master key", e);
        }
    }

    private Path archive(ImportId id) {
        return folder.resolve(id + ".archive");
    }

    private Path keyFile(ImportId id) {
        return folder.resolve(id + ".key");
    }

    private static byte[] name(ImportId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
