package org.kithway.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Random names and secrets in base 32 ({@code a-z 2-7}), and the hash under which they are kept.
 */
final class Tokens {
    /** 256 bits: nothing that is guessed at, so that a plain hash hides it. */
    private static final int SECRET_LENGTH = 52;

    private static final int ID_LENGTH = 12;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private final SecureRandom random;

    Tokens(SecureRandom random) {
        this.random = random;
    }

    String id(String prefix) {
        return prefix + letters(ID_LENGTH);
    }

    String secret() {
        return letters(SECRET_LENGTH);
    }

    private String letters(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        StringBuilder letters = new StringBuilder(length);
        for (byte b : bytes) {
            letters.append(ALPHABET.charAt(b & 31));
        }
        return letters.toString();
    }

    /** SHA-256 in hexadecimal. */
    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
