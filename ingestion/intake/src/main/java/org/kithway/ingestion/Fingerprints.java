package org.kithway.ingestion;

import org.kithway.model.Fact;
import org.kithway.model.FactFields;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Facts' ids, which say nothing to whom they were not made for: the first 128 bits of HMAC-SHA-256
 * under the organization's key, as 32 hexadecimal digits. One instance is used by one thread at a
 * time.
 */
public final class Fingerprints {
    private static final int BYTES = 16;
    private final Mac mac;

    public Fingerprints(byte[] organizationKey) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(organizationKey, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** The fact's id: equal facts have equal ids. */
    public String of(Fact fact) {
        byte[] whole =
                mac.doFinal(
                        ("fact/" + FactFields.canonical(fact)).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
    }
}
