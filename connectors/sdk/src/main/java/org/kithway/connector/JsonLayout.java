package org.kithway.connector;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Where the records of a JSON document lie, and which of their fields are held. Immutable; each
 * method gives another layout that differs in one point.
 */
public final class JsonLayout {
    private static final Predicate<String> NONE = name -> false;

    /** The records are the elements of the outermost list; all fields are held. */
    public static final JsonLayout LIST =
            new JsonLayout(
                    NONE,
                    Set.of(),
                    false,
                    false,
                    "",
                    false,
                    name -> true,
                    name -> true,
                    UnaryOperator.identity());

    /** The same, or the outermost object is the only record. */
    public static final JsonLayout OUTERMOST = LIST.orAlone();

    final Predicate<String> lists;
    final Set<String> through;
    final boolean throughItems;
    final boolean alone;
    final String wrapper;
    final boolean texts;
    final Predicate<String> kept;
    final Predicate<String> known;
    final UnaryOperator<String> spelling;

    private JsonLayout(
            Predicate<String> lists,
            Set<String> through,
            boolean throughItems,
            boolean alone,
            String wrapper,
            boolean texts,
            Predicate<String> kept,
            Predicate<String> known,
            UnaryOperator<String> spelling) {
        this.lists = lists;
        this.through = Set.copyOf(through);
        this.throughItems = throughItems;
        this.alone = alone;
        this.wrapper = wrapper;
        this.texts = texts;
        this.kept = kept;
        this.known = known;
        this.spelling = spelling;
    }

    /**
     * The records lie in lists that are fields of the outermost object, or stand alone in the place
     * of such a list. A document with neither cannot be read.
     *
     * @param names which fields these are
     */
    public JsonLayout lists(Predicate<String> names) {
        return new JsonLayout(
                names, through, throughItems, false, wrapper, texts, kept, known, spelling);
    }

    /** Where there is no such list, the outermost object is the only record. */
    public JsonLayout orAlone() {
        return new JsonLayout(
                lists, through, throughItems, true, wrapper, texts, kept, known, spelling);
    }

    /** The lists may lie deeper, in objects that are fields of these names. */
    public JsonLayout through(String... names) {
        return new JsonLayout(
                lists, Set.of(names), throughItems, alone, wrapper, texts, kept, known, spelling);
    }

    /** The elements of an outermost list are no records: they are looked into for lists. */
    public JsonLayout throughItems() {
        return new JsonLayout(lists, through, true, alone, wrapper, texts, kept, known, spelling);
    }

    /** A record that has a field of this name is the object in it. */
    public JsonLayout unwrapped(String wrapper) {
        return new JsonLayout(
                lists, through, throughItems, alone, wrapper, texts, kept, known, spelling);
    }

    /** A text may be a record: it is handed on under {@link JsonRecord#ITEM}. */
    public JsonLayout orTexts() {
        return new JsonLayout(
                lists, through, throughItems, alone, wrapper, true, kept, known, spelling);
    }

    /** Of objects, at whatever depth, these fields alone are held. */
    public JsonLayout keeping(Predicate<String> names) {
        return new JsonLayout(
                lists, through, throughItems, alone, wrapper, texts, names, known, spelling);
    }

    /** Records' own fields that are no news, though they are not kept. */
    public JsonLayout knowing(Predicate<String> names) {
        return new JsonLayout(
                lists, through, throughItems, alone, wrapper, texts, kept, names, spelling);
    }

    /** What texts and names are meant to say, such as {@link ExportText#repaired}. */
    public JsonLayout spelled(UnaryOperator<String> spelling) {
        return new JsonLayout(
                lists, through, throughItems, alone, wrapper, texts, kept, known, spelling);
    }

    /** Whether the records lie in lists that are fields. */
    boolean hasLists() {
        return lists != NONE;
    }

    /**
     * The records of a document.
     *
     * @param entry where the document lies, for the records' places
     * @param in closed by the records, or here if this fails
     */
    public JsonRecords open(String entry, InputStream in) throws IOException {
        return new JsonRecords(entry, in, this);
    }
}
