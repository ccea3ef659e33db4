package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A small tree of XML, as {@link XmlStream} reads it.
 *
 * <p>Names are local: {@code thr:in-reply-to} is {@code in-reply-to}. Files that people or programs
 * have mended declare prefixes wrongly or not at all.
 *
 * @param attributes by local name; declarations of namespaces by their whole name, such as {@code
 *     xmlns:thr}
 * @param text what stands directly inside, without surrounding blanks
 */
public record XmlElement(
        String name, Map<String, String> attributes, String text, List<XmlElement> children) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of that name, or null. */
    public @Nullable XmlElement child(String name) {
        return children(name).findFirst().orElse(null);
    }

    /** All children of that name. */
    public Stream<XmlElement> children(String name) {
        return children.stream().filter(child -> child.name.equals(name));
    }

    /** The text of the first child of that name, or null if there is none or it is blank. */
    public @Nullable String text(String name) {
        XmlElement child = child(name);
        return child == null || child.text.isEmpty() ? null : child.text;
    }

    /** The attribute without surrounding blanks, or null if there is none or it is blank. */
    public @Nullable String attribute(String name) {
        String value = attributes.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    /** Whether the namespace is declared on this element, by whatever prefix. */
    public boolean declares(String namespace) {
        return attributes.entrySet().stream()
                .anyMatch(attribute ->
                        attribute.getKey().startsWith("xmlns")
                                && attribute.getValue().strip().equals(namespace));
    }
}
