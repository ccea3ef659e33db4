package org.kithway.connector.myspace;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonStream;
import org.kithway.connector.JsonStream.Step;
import org.kithway.connector.XmlElement;
import org.kithway.connector.XmlStream;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;

/** What the names of a document's fields tell of it; a document may end or break anywhere. */
final class Shape {
    private static final int MOST_NAMES = 200;

    private final Set<String> root = new HashSet<>();
    private final Set<String> record = new HashSet<>();
    private String list = "";
    private boolean single;
    private boolean envelope;
    private @Nullable String member;

    private Shape() {}

    /**
     * Looks at the document up to its first record; to its end where a word on the member may stand
     * there.
     *
     * @param in is closed
     */
    static Shape of(InputStream in, boolean xml) throws IOException {
        Shape shape = new Shape();
        try (in) {
            if (xml) {
                shape.readXml(in);
            } else {
                shape.readJson(in);
            }
        } catch (ExportException e) {
            // What was seen before has to do.
        }
        return shape;
    }

    private void readJson(InputStream in) throws IOException {
        try (JsonStream json = JsonStream.open(in)) {
            if (json.next() != Step.OBJECT) {
                return;
            }
            while (json.next() == Step.FIELD && isIncomplete()) {
                String name = json.name();
                add(name, root);
                Step value = json.next();
                if (value == Step.OBJECT && name.equals("user")) {
                    member = Node.of(json.value()).text("userId");
                } else if (Records.LISTS.contains(name) && value == Step.LIST) {
                    list = name;
                    if (json.next() == Step.OBJECT) {
                        addNames(json);
                    }
                    passOver(json);
                } else if (Records.LISTS.contains(name) && value == Step.OBJECT) {
                    list = name;
                    single = true;
                    addNames(json);
                } else if (value != Step.OBJECT || !name.equals(Records.WRAPPER)) {
                    json.skip();
                }
            }
        }
    }

    private boolean isIncomplete() {
        return list.isEmpty() || isFirstInterface();
    }

    /** Passes over the rest of a list, of which one value was read. */
    private void passOver(JsonStream json) throws IOException {
        if (!isFirstInterface()) {
            return;
        }
        for (Step next = json.next(); next != null && next != Step.END; next = json.next()) {
            json.skip();
        }
    }

    private void addNames(JsonStream json) throws IOException {
        while (json.next() == Step.FIELD) {
            String name = json.name();
            add(name, record);
            if (json.next() == Step.OBJECT && name.equals("person")) {
                addNames(json);
            } else {
                json.skip();
            }
        }
    }

    private void readXml(InputStream in) throws IOException {
        XmlStream xml = XmlStream.open(in);
        if (!Set.of("response", "person", "feed").contains(xml.root().name())) {
            return;
        }
        envelope = true;
        for (XmlElement child = xml.next(); child != null; child = xml.next()) {
            add(child.name(), root);
            if (child.name().equals("author")) {
                member = child.text("uri");
            } else if (Records.LISTS.contains(child.name())) {
                list = child.name();
                Node person = Person.of(Node.of(child));
                if (person instanceof Node.Fields fields) {
                    fields.fields().keySet().forEach(name -> add(name, record));
                }
                return;
            }
        }
    }

    private static void add(String name, Set<String> to) {
        if (to.size() < MOST_NAMES) {
            to.add(name);
        }
    }

    /** The field that holds the records; empty if the document itself is the one record. */
    String list() {
        return list;
    }

    /** Whether the field holds one record rather than a list. */
    boolean isSingle() {
        return single;
    }

    /** Whether it is XML whose root is one of those that hold persons. */
    boolean isEnvelope() {
        return envelope;
    }

    /** The id of the member whom the document says it is about, or null. */
    @Nullable String member() {
        return member;
    }

    /** Whether it is of MySpace's first interface, of 2008, which no other site has. */
    boolean isFirstInterface() {
        return (list.equalsIgnoreCase("friends") && record.contains("userId"))
                || (list.isEmpty() && (isUser() || root.contains("basicprofile") || isInterests()));
    }

    boolean holdsPersons() {
        return list.equalsIgnoreCase("friends") ? isFirstInterface() : isPerson(record);
    }

    boolean holdsComments() {
        return record.contains("author")
                && (record.contains("commentId")
                        || (record.contains("body") && record.contains("postedDate")));
    }

    /** Whether the document itself is a member's profile. */
    boolean isProfile() {
        return isUser() || root.contains("basicprofile") || isPerson(root);
    }

    /** Whether the document itself is what a member of the first interface likes. */
    boolean isInterests() {
        return root.contains("general") && root.contains("heroes") && root.contains("movies");
    }

    private boolean isUser() {
        return root.contains("userId") && root.contains("webUri") && root.contains("userType");
    }

    private static boolean isPerson(Set<String> names) {
        return names.contains("id")
                && (names.contains("displayName")
                        || names.contains("nickname")
                        || names.contains("profileUrl"));
    }
}
