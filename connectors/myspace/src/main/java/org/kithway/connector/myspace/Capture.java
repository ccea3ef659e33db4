package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.model.AccountId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One saved answer of a site's interface: what is known of it before its records are read.
 *
 * @param entry where it lies in the export
 * @param kind what it holds
 * @param member the id of the member whom it is about, or null if it says nothing: then it is about
 *     whoever asked
 * @param mySpace whether it is of MySpace, so that bare numbers are members' numbers there
 * @param xml whether it is XML rather than JSON
 * @param atRoot whether the document itself is its one record
 * @param damaged whether it is called like a capture, and does not begin like one
 */
record Capture(
        String entry,
        Kind kind,
        @Nullable String member,
        boolean mySpace,
        boolean xml,
        boolean atRoot,
        boolean damaged) {
    private static final int HEAD_BYTES = 16 << 10;
    private static final String OPEN_SOCIAL = "http://ns.opensocial.org/2008/opensocial";

    /** What only MySpace writes; that somebody has a page there other sites tell as well. */
    private static final Pattern MYSPACE =
            Pattern.compile(
                    "(?i)\\bmsUserType\\b|myspace\\.com[.:](?:person\\.)?\\d"
                            + "|(?:profileUrl|thumbnailUrl)\\W{1,8}https?:[^\"'<\\s]{0,60}myspace");

    /** What is never opened: religion, orientation, income and the like. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)(?:.*[/_])?(?:details|preferences|appdata)\\.(?:json|xml)");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?i)(?:.*[/_])?(?:people[/_].*@(?:self|friends)|friends|user)\\.(?:json|xml|atom)");
    private static final Pattern SELF = Pattern.compile("(?i).*@self\\b.*");
    private static final Pattern MEMBER =
            Pattern.compile("(?i).*\\b(?:people|users|profilecomments)[/_]([^/@]*?\\d+)[/_.].*");

    /** What a capture holds. */
    enum Kind {
        PROFILE("profile"),
        INTERESTS("interests"),
        FRIENDS("friends"),
        COMMENTS("profile comments"),
        PEOPLE("people");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    /** Whether a file of that name may be a capture: other files of an export are not opened. */
    static boolean mayBe(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return (name.endsWith(".json") || name.endsWith(".xml") || name.endsWith(".atom"))
                && !isForbidden(entry);
    }

    static boolean isForbidden(String entry) {
        return FORBIDDEN.matcher(entry).matches();
    }

    /** Whether captures of what is most telling are called so. */
    static boolean isNamedSo(String entry) {
        return NAMED.matcher(decoded(entry)).matches();
    }

    /**
     * Whether a file that begins so is a capture.
     *
     * @param head may end anywhere
     */
    static boolean begins(String entry, byte[] head) throws IOException {
        Shape shape = Shape.of(new ByteArrayInputStream(head), isXml(head));
        return kind(shape, entry) != null
                || (isXml(head) && shape.isEnvelope() && latin(head).contains(OPEN_SOCIAL));
    }

    /** The entry's capture, or null if it is none that is read. */
    static @Nullable Capture of(Export export, String entry) throws IOException {
        Capture capture;
        try {
            capture = read(export, entry);
        } catch (ExportException e) {
            capture = null;
        }
        boolean named = isNamedSo(entry) || export.entries().size() == 1;
        return capture != null || !named
                ? capture
                : new Capture(
                        entry,
                        SELF.matcher(decoded(entry)).matches() ? Kind.PROFILE : Kind.FRIENDS,
                        member(entry),
                        false,
                        false,
                        false,
                        true);
    }

    private static @Nullable Capture read(Export export, String entry) throws IOException {
        byte[] head;
        try (InputStream in = export.open(entry)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        boolean xml = isXml(head);
        Shape shape = Shape.of(export.open(entry), xml);
        Kind kind = kind(shape, entry);
        if (kind == null) {
            return null;
        }
        String member = shape.member();
        return new Capture(
                entry,
                kind,
                member == null ? member(entry) : member,
                shape.isFirstInterface() || MYSPACE.matcher(latin(head)).find(),
                xml,
                shape.list().isEmpty(),
                false);
    }

    private static String latin(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    private static boolean isXml(byte[] head) {
        String text = latin(head).strip();
        return text.startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<");
    }

    private static @Nullable Kind kind(Shape shape, String entry) {
        return switch (shape.list()) {
            case "friends", "Friends" -> shape.holdsPersons() ? Kind.FRIENDS : null;
            case "people" -> shape.holdsPersons() ? Kind.PEOPLE : null;
            case "entry", "list" -> {
                if (shape.holdsComments()) {
                    yield Kind.COMMENTS;
                }
                boolean self = shape.isSingle() || SELF.matcher(decoded(entry)).matches();
                yield !shape.holdsPersons() ? null : self ? Kind.PROFILE : Kind.FRIENDS;
            }
            case "person" -> Kind.PROFILE;
            default ->
                    shape.isProfile() ? Kind.PROFILE : shape.isInterests() ? Kind.INTERESTS : null;
        };
    }

    /** The member whom the path names, as the interfaces' addresses do. */
    private static @Nullable String member(String entry) {
        Matcher member = MEMBER.matcher(decoded(entry));
        return member.matches() ? member.group(1) : null;
    }

    private static String decoded(String entry) {
        try {
            return URLDecoder.decode(entry.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return entry;
        }
    }

    Records open(Export export) throws IOException {
        InputStream in = export.open(entry);
        return xml ? new XmlRecords(in, atRoot) : new JsonRecords(in, atRoot);
    }

    /** The path as the interface's address had it. */
    String path() {
        return decoded(entry);
    }

    /** The kind of file: the same in every export. */
    String label(AccountId subject) {
        return subject.equals(AccountId.OWNER) ? kind.label : kind.label + " of " + subject.key();
    }
}
