package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.TieEvidence;
import org.kithway.model.TieEvidence.Direction;
import org.kithway.search.EvidenceDocument;
import org.kithway.search.PersonDocument;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;

/**
 * Tells equal documents from different ones by 128 bits of SHA-256 over all their fields, each with
 * its length in front so that no two documents are written alike.
 */
final class Content {
    static final int BYTES = 16;

    private ByteBuffer bytes = ByteBuffer.allocate(1_024);

    private Content() {}

    static byte[] of(PersonDocument p) {
        return new Content()
                .one(p.id())
                .one(p.layer())
                .all(p.names())
                .one(p.headline())
                .all(p.accounts())
                .all(p.aliases())
                .one(p.organization())
                .one(p.title())
                .all(p.organizations())
                .all(p.titles())
                .all(p.skills())
                .all(p.places())
                .all(p.industries())
                .all(p.schools())
                .all(p.languages())
                .all(p.interests())
                .all(p.knownBy())
                .all(p.connectedYears())
                .one(p.memberId())
                .number(p.ties())
                .digest();
    }

    static byte[] of(EvidenceDocument e) {
        return new Content()
                .one(e.id())
                .one(e.layer())
                .one(e.person())
                .one(e.kind())
                .one(e.site())
                .one(e.date())
                .one(e.text())
                .one(e.by())
                .one(e.imported())
                .one(e.place().entry())
                .number(e.place().record())
                .digest();
    }

    static byte[] of(TieEvidence evidence) {
        Content content = new Content().number(evidence.monthsTogether());
        for (TieEvidence.AtSite at : evidence.bySite()) {
            content.one(at.site())
                    .number(at.confirmed() ? 1 : 0)
                    .one(at.since())
                    .direction(at.out())
                    .direction(at.in());
        }
        return content.digest();
    }

    /** Of several texts in their order. */
    static byte[] ofParts(Object... parts) {
        return new Content().all(Arrays.asList(parts)).digest();
    }

    /** The first 64 bits. */
    static long first(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    private Content direction(Direction direction) {
        return number(direction.messages())
                .number(Double.doubleToLongBits(direction.weight()))
                .one(direction.last())
                .number(direction.interactions())
                .number(direction.endorsements())
                .all(direction.skills())
                .number(direction.recommendations())
                .number(direction.invited() ? 1 : 0)
                .number(direction.follows() ? 1 : 0)
                .number(direction.keeps() ? 1 : 0);
    }

    private Content all(Collection<?> values) {
        number(values.size());
        values.forEach(this::one);
        return this;
    }

    private Content one(@Nullable Object value) {
        if (value == null) {
            return number(-1);
        }
        String text = value.toString();
        number(text.length());
        ByteBuffer room = room(text.length() * Character.BYTES);
        for (int i = 0; i < text.length(); i++) {
            room.putChar(text.charAt(i));
        }
        return this;
    }

    private Content number(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int needed = bytes.position() + more;
            bytes = ByteBuffer.allocate(2 * needed).put(bytes.flip());
        }
        return bytes;
    }

    private byte[] digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(bytes.flip());
            return Arrays.copyOf(sha256.digest(), BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
