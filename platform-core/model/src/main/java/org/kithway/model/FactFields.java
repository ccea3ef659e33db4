package org.kithway.model;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts as plain fields and back: the one shape that the topics, the interchange format and the
 * fact's id are made from.
 *
 * <p>A fact becomes {@code {"fact": "connected", "subject": "linkedin:a", "object": "linkedin:b",
 * "since": "2019-03"}}: the kind in lower camel case, then the record's components in their order,
 * nulls left out. Values are strings or whole numbers. Accounts are written by {@link
 * AccountId#toString}, times in ISO 8601 UTC, enum constants in lower case.
 */
public final class FactFields {
    /** The field that names the kind. */
    public static final String KIND = "fact";

    private static final String A_TIME = "a time such as 2024-06-18T11:59:53Z";
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    private static final Map<String, Shape> SHAPES =
            Stream.of(Fact.class.getPermittedSubclasses())
                    .map(Shape::of)
                    .collect(
                            Collectors.toMap(Shape::kind, s -> s, (a, b) -> a, LinkedHashMap::new));

    /** The constants of all components by how they are written, and the other way round. */
    private static final Map<Object, String> WORDS =
            SHAPES.values().stream()
                    .flatMap(shape -> shape.components.stream())
                    .filter(component -> component.type.isEnum())
                    .flatMap(component -> component.constants.entrySet().stream())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));

    private FactFields() {}

    /** The kinds of fact by name, in the order of their declaration. */
    public static List<String> kinds() {
        return List.copyOf(SHAPES.keySet());
    }

    /** The kind's name, as {@link #KIND} carries it. */
    public static String kind(Fact fact) {
        return Shape.kindOf(fact.getClass());
    }

    /** The fact's fields in a fixed order. */
    public static Map<String, Object> of(Fact fact) {
        Shape shape = shape(kind(fact));
        Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(shape.components.size() + 1);
        fields.put(KIND, shape.kind);
        for (Component component : shape.components) {
            Object value = component.valueIn(fact);
            if (value != null) {
                fields.put(component.name, written(value));
            }
        }
        return fields;
    }

    /**
     * The fact that the fields tell.
     *
     * @throws IllegalArgumentException if the kind or a field is unknown, a field is missing or of
     *     another type, or the fact refuses a value; the message names the field and never quotes
     *     its value
     */
    public static Fact read(Map<String, ?> fields) {
        if (!(fields.get(KIND) instanceof String kind)) {
            throw new IllegalArgumentException("field 'fact' is missing: it names the kind");
        }
        Shape shape = shape(kind);
        for (String name : fields.keySet()) {
            if (!name.equals(KIND) && !shape.has(name)) {
                throw new IllegalArgumentException(
                        "a " + shape.kind + " has no field of that name; it has " + shape.names());
            }
        }
        return shape.make(fields);
    }

    /**
     * The fact's content as one string: equal facts give equal strings, different ones different
     * strings.
     */
    public static String canonical(Fact fact) {
        StringBuilder text = new StringBuilder(160);
        of(fact).forEach((name, value) -> {
            String written = value.toString();
            text.append(name)
                    .append('=')
                    .append(written.length())
                    .append(':')
                    .append(written)
                    .append('\n');
        });
        return text.toString();
    }

    /**
     * The time that a field tells, as {@link Instant#toString} writes it.
     *
     * @throws IllegalArgumentException naming the field, not the text
     */
    public static Instant time(String field, String text) {
        try {
            return parseTime(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException("field '" + field + "' is not " + A_TIME, e);
        }
    }

    /** Narrower than {@link Instant#parse}, so that every text is what a schema can describe. */
    private static Instant parseTime(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("not a time");
        }
        return Instant.parse(text);
    }

    private static Shape shape(String kind) {
        Shape shape = SHAPES.get(kind);
        if (shape == null) {
            throw new IllegalArgumentException(
                    "field 'fact' names no known kind; known are "
                            + String.join(", ", SHAPES.keySet()));
        }
        return shape;
    }

    private static Object written(Object value) {
        return switch (value) {
            case Integer number -> number;
            case Enum<?> constant -> Objects.requireNonNull(WORDS.get(constant));
            default -> value.toString();
        };
    }

    /**
     * @param constants of an enum, by how they are written
     */
    private record Component(
            String name,
            Class<?> type,
            boolean optional,
            RecordComponent component,
            Map<String, Object> constants) {
        static Component of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            Map<String, Object> constants = new LinkedHashMap<>();
            if (component.getType().isEnum()) {
                for (Object constant : component.getType().getEnumConstants()) {
                    constants.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
                }
            }
            return new Component(
                    component.getName(),
                    component.getType(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    component,
                    constants);
        }

        @Nullable Object valueIn(Fact fact) {
            try {
                return component.getAccessor().invoke(fact);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Nullable Object parsed(Map<String, ?> fields) {
            Object value = fields.get(name);
            if (value == null) {
                if (optional) {
                    return null;
                }
                if (type == int.class && name.equals("ordinal")) {
                    return 0;
                }
                throw new IllegalArgumentException("field '" + name + "' is missing");
            }
            try {
                return parse(value);
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                throw new IllegalArgumentException("field '" + name + "' is not " + expected(), e);
            }
        }

        private Object parse(Object value) {
            if (type == int.class) {
                if (value instanceof Integer || value instanceof Long) {
                    return Math.toIntExact(((Number) value).longValue());
                }
                throw new IllegalArgumentException("not a whole number");
            }
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException("not a string");
            }
            if (type == String.class) {
                return text;
            }
            if (type == AccountId.class) {
                return AccountId.parse(text);
            }
            if (type == Instant.class) {
                return parseTime(text);
            }
            if (type == PartialDate.class) {
                return PartialDate.parse(text);
            }
            Object constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException("not a constant");
            }
            return constant;
        }

        private String expected() {
            if (type == int.class) {
                return "a whole number";
            }
            if (type == AccountId.class) {
                return "an account: site:key, or site~name where only a name is known";
            }
            if (type == Instant.class) {
                return A_TIME;
            }
            if (type == PartialDate.class) {
                return "a date: yyyy, yyyy-MM or yyyy-MM-dd";
            }
            if (type.isEnum()) {
                return "one of " + String.join(", ", constants.keySet());
            }
            return "a text";
        }
    }

    private record Shape(String kind, Constructor<?> constructor, List<Component> components) {
        static Shape of(Class<?> type) {
            List<Component> components = new ArrayList<>();
            for (RecordComponent c : type.getRecordComponents()) {
                components.add(Component.of(c));
            }
            try {
                Class<?>[] types =
                        components.stream().map(Component::type).toArray(Class<?>[]::new);
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return new Shape(kindOf(type), constructor, List.copyOf(components));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        static String kindOf(Class<?> type) {
            String name = type.getSimpleName();
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }

        boolean has(String name) {
            for (Component component : components) {
                if (component.name.equals(name)) {
                    return true;
                }
            }
            return false;
        }

        String names() {
            return components.stream().map(Component::name).collect(Collectors.joining(", "));
        }

        Fact make(Map<String, ?> fields) {
            @Nullable Object[] values = new Object[components.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = components.get(i).parsed(fields);
            }
            try {
                return (Fact) constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof IllegalArgumentException refusal
                        ? refusal
                        : new IllegalStateException(e);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
