package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML document, read as a stream of small trees: the children of its root. Memory does not grow
 * with the document. Document types and entities of a document's own are refused, nothing outside
 * of it is opened.
 *
 * <p>A tree is bounded: the text of one element and the value of one attribute to {@value
 * #LONGEST_TEXT} characters, and a tree to {@value #MOST_TEXT} characters in {@value
 * #MOST_ELEMENTS} elements. What goes beyond is left out.
 *
 * <p>All methods throw {@link ExportException} when the document is not well-formed, naming the
 * line and no word of it.
 */
public final class XmlStream implements Closeable {
    static final int LONGEST_TEXT = 1 << 18;
    static final int MOST_TEXT = 1 << 22;
    static final int MOST_ELEMENTS = 4096;

    /** What the parser may take in for one tag, comment or section, all of which it holds. */
    private static final int LONGEST_PIECE = 16 << 20;

    private static final int HEAD_BYTES = 256;
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"'>]+)");

    private static final Pattern UNICODE = Pattern.compile("(?i)utf-?(?:8|16)(?:[lb]e)?");

    private final Pieces in;
    private final XMLStreamReader xml;
    private final XmlElement root;
    private boolean ended;
    private int elements;
    private int characters;

    private XmlStream(Pieces in, XMLStreamReader xml) throws IOException {
        this.in = in;
        this.xml = xml;
        while (event() != XMLStreamConstants.START_ELEMENT) {
            // what may stand before the root
        }
        this.root = new XmlElement(local(xml.getLocalName()), attributes(), "", List.of());
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // An undeclared prefix would otherwise be an error.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // Each &lt; counts as an entity, and escaped HTML has more than these limits allow. Without
        // document types there are no other entities to guard against.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    /**
     * Reads on to the root.
     *
     * @param in closed by {@link #close}, or here if the document is not XML
     */
    public static XmlStream open(InputStream in) throws IOException {
        Pieces pieces = new Pieces(in);
        try {
            return new XmlStream(pieces, parser(pieces));
        } catch (IOException | RuntimeException e) {
            try {
                in.close();
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static XMLStreamReader parser(Pieces in) throws IOException {
        Reader text = text(in);
        try {
            return factory().createXMLStreamReader(text);
        } catch (XMLStreamException | RuntimeException e) {
            throw fault(e, 1);
        }
    }

    /**
     * The document's text. The parser would end at the first byte that does not belong to the
     * encoding; decoding before it costs that byte alone.
     */
    private static Reader text(Pieces in) throws IOException {
        Matcher declared =
                ENCODING.matcher(new String(in.head(HEAD_BYTES), StandardCharsets.ISO_8859_1));
        if (!declared.lookingAt() || UNICODE.matcher(declared.group(1)).matches()) {
            return ExportText.decode(in);
        }
        try {
            return new InputStreamReader(in, Charset.forName(declared.group(1)));
        } catch (IllegalArgumentException e) {
            throw new ExportException("its XML is in an encoding that is not known");
        }
    }

    /** The root without its children and text. */
    public XmlElement root() {
        return root;
    }

    /** The next child of the root, or null at the end. */
    public @Nullable XmlElement next() throws IOException {
        while (!ended) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    elements = 0;
                    characters = 0;
                    return tree();
                }
                case XMLStreamConstants.END_ELEMENT -> ended = true;
                default -> {}
            }
        }
        return null;
    }

    /** The element that was begun; the parser bounds how deep it goes. */
    private XmlElement tree() throws IOException {
        String name = local(xml.getLocalName());
        Map<String, String> attributes = attributes();
        StringBuilder text = new StringBuilder();
        List<XmlElement> children = new ArrayList<>();
        while (true) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    boolean kept = ++elements < MOST_ELEMENTS;
                    XmlElement child = tree();
                    if (kept) {
                        children.add(child);
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(text);
                case XMLStreamConstants.END_ELEMENT -> {
                    return new XmlElement(name, attributes, text.toString().strip(), children);
                }
                default -> {}
            }
        }
    }

    private void append(StringBuilder text) {
        int count = Math.min(room(text.length()), xml.getTextLength());
        text.append(xml.getTextCharacters(), xml.getTextStart(), count);
        characters += count;
    }

    private int room(int length) {
        return Math.min(LONGEST_TEXT - length, MOST_TEXT - characters);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = HashMap.newHashMap(xml.getAttributeCount());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = local(xml.getAttributeLocalName(i));
            String prefix = xml.getAttributePrefix(i);
            String whole = xml.getAttributeValue(i);
            String value = whole.substring(0, Math.min(room(0), whole.length()));
            characters += value.length();
            attributes.put("xmlns".equals(prefix) ? prefix + ':' + name : name, value);
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private int event() throws IOException {
        try {
            in.beginPiece();
            return xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The parser meets some damage with exceptions of other kinds.
            throw fault(e, xml.getLocation().getLineNumber());
        }
    }

    private static IOException fault(Exception e, int line) {
        Throwable cause =
                e instanceof XMLStreamException x && x.getNestedException() != null
                        ? x.getNestedException()
                        : e.getCause();
        return cause instanceof IOException io
                ? io
                : new ExportException("it is not well-formed XML at line " + Math.max(1, line));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Ends a document in which one piece is longer than any site writes it. */
    private static final class Pieces extends FilterInputStream {
        private long left = LONGEST_PIECE;

        Pieces(InputStream in) {
            super(in);
        }

        /** What stands at the beginning; it is read again thereafter. */
        byte[] head(int length) throws IOException {
            byte[] head = in.readNBytes(length);
            in = new SequenceInputStream(new ByteArrayInputStream(head), in);
            return head;
        }

        void beginPiece() {
            left = LONGEST_PIECE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw new ExportException(
                        "it holds one tag or section of more than " + LONGEST_PIECE + " bytes");
            }
            return count;
        }
    }
}
