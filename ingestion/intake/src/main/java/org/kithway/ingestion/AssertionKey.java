package org.kithway.ingestion;

import org.kithway.model.ImportId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What identifies an assertion in the log and in every store: which fact, said by which import, in
 * which kind of file. Files are superseded kind by kind, so a fact that two kinds of file of one
 * import tell is asserted twice and holds while either counts; told twice within one kind, it is
 * one assertion, whose place is the last one.
 *
 * <p>Written {@code fact:import:part}, at most 94 characters of {@code a-z 0-9 _ :}.
 *
 * @param factId 32 hexadecimal digits
 * @param part the kind of file, by the first 64 bits of its SHA-256 as 16 hexadecimal digits: kinds
 *     are free text of any length
 */
public record AssertionKey(String factId, ImportId imported, String part) {
    /** How many bytes the digest of a kind of file has. */
    public static final int PART_BYTES = Long.BYTES;

    /** Every assertion asks, and there are few kinds. */
    private static final Map<String, String> DIGESTS = new ConcurrentHashMap<>();

    private static final int MOST_DIGESTS = 1_000;

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9a-f]{32}):(imp_[a-z0-9]{1,40}):([0-9a-f]{16})");

    public static AssertionKey of(Assertion assertion) {
        String part = assertion.part();
        String digest = DIGESTS.get(part);
        if (digest == null) {
            digest = digest(part);
            if (DIGESTS.size() < MOST_DIGESTS) {
                DIGESTS.put(part, digest);
            }
        }
        return new AssertionKey(assertion.factId(), assertion.imported(), digest);
    }

    private static String digest(String part) {
        byte[] kind = part.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(kind), 0, PART_BYTES);
    }

    /**
     * @throws IllegalArgumentException if the text is nothing that {@link #toString} writes
     */
    public static AssertionKey parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("the key is not fact:import:part");
        }
        return new AssertionKey(written.group(1), new ImportId(written.group(2)), written.group(3));
    }

    @Override
    public String toString() {
        return factId + ":" + imported + ":" + part;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
