package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.XmlElement;
import org.kithway.connector.XmlStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The records of an XML document or Atom feed. */
final class XmlRecords implements Records {
    /** A person has some sixty fields, a few of them several times. */
    private static final int MOST_FIELDS = 1000;

    private final XmlStream xml;
    private boolean atRoot;

    /**
     * @param atRoot whether the document itself is the one record
     */
    XmlRecords(InputStream in, boolean atRoot) throws IOException {
        this.xml = XmlStream.open(in);
        this.atRoot = atRoot;
    }

    @Override
    public @Nullable Node next() throws IOException {
        if (atRoot) {
            atRoot = false;
            List<XmlElement> children = new ArrayList<>();
            for (XmlElement child = xml.next(); child != null; child = xml.next()) {
                if (children.size() < MOST_FIELDS) {
                    children.add(child);
                }
            }
            return Node.of(new XmlElement(xml.root().name(), Map.of(), "", children));
        }
        for (XmlElement child = xml.next(); child != null; child = xml.next()) {
            if (LISTS.contains(child.name())) {
                return Node.of(child);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
