package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.PersonDocument;
import org.kithway.search.TieChange;

import java.util.HexFormat;

/**
 * Tells one set of things from another, whatever their order: how many there are, and the sum
 * modulo 2^64 of 64 bits of each one's SHA-256. Equal sets have equal digests; different sets have
 * different ones but for one chance in 2^64.
 */
public record Digest(long count, long sum) {
    public static final Digest EMPTY = new Digest(0, 0);

    public Digest plus(long hash) {
        return new Digest(count + 1, sum + hash);
    }

    /** Of an assertion's key. */
    public static long ofKey(String key) {
        return Content.first(Content.ofParts(key));
    }

    public static long of(PersonDocument person) {
        return Content.first(Content.of(person));
    }

    public static long of(EvidenceDocument evidence) {
        return Content.first(Content.of(evidence));
    }

    /** Of what is said of a pair; that nothing is said has no place in a digest. */
    public static long of(TieChange tie) {
        return switch (tie.state()) {
            case TieChange.State.Known known ->
                    ofTie(tie.layer(), tie.a(), tie.b(), Content.of(known.evidence()));
            case TieChange.State.Absent absent -> ofTie(tie.layer(), tie.a(), tie.b(), null);
            case TieChange.State.Silent silent ->
                    throw new IllegalArgumentException("nothing is said of the pair");
        };
    }

    static long ofTie(Layer layer, PersonId one, PersonId other, byte @Nullable [] evidence) {
        boolean forward = one.compareTo(other) < 0;
        return Content.first(
                Content.ofParts(
                        layer,
                        forward ? one : other,
                        forward ? other : one,
                        evidence == null ? "absent" : HexFormat.of().formatHex(evidence)));
    }

    /** Adds up. */
    static final class Sum {
        private Digest digest = EMPTY;

        void add(long hash) {
            digest = digest.plus(hash);
        }

        Digest digest() {
            return digest;
        }
    }
}
