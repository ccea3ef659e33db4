package org.kithway.search.graph;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records as bytes, by their components: numbers, truth, text, instants, other records, and lists
 * of these; any of them but the plain ones may be null. What was written can be read as long as the
 * {@linkplain #shape shape} is the same.
 */
final class RecordCodec<T extends Record> {
    private final Codec codec;
    private final Class<T> type;

    private RecordCodec(Class<T> type) {
        this.type = type;
        this.codec = nested(type);
    }

    static <T extends Record> RecordCodec<T> of(Class<T> type) {
        return new RecordCodec<>(type);
    }

    /** What the record is made of, in words; another shape means other bytes. */
    String shape() {
        return codec.shape();
    }

    void write(T value, DataOutput out) throws IOException {
        codec.writer().write(value, out);
    }

    /**
     * @throws IllegalArgumentException if the bytes make no such record
     */
    T read(DataInput in) throws IOException {
        return type.cast(codec.reader().read(in));
    }

    private interface Writer {
        void write(Object value, DataOutput out) throws IOException;
    }

    private interface Reader {
        Object read(DataInput in) throws IOException;
    }

    private record Codec(String shape, Writer writer, Reader reader) {}

    private static Codec codec(Type type) {
        if (type == int.class || type == Integer.class) {
            return new Codec("int", (v, out) -> out.writeInt((Integer) v), DataInput::readInt);
        }
        if (type == double.class) {
            return new Codec(
                    "double", (v, out) -> out.writeDouble((Double) v), DataInput::readDouble);
        }
        if (type == boolean.class) {
            return new Codec(
                    "boolean", (v, out) -> out.writeBoolean((Boolean) v), DataInput::readBoolean);
        }
        if (type == String.class) {
            return new Codec("text", (v, out) -> out.writeUTF((String) v), DataInput::readUTF);
        }
        if (type == Instant.class) {
            return new Codec(
                    "instant",
                    (v, out) -> {
                        out.writeLong(((Instant) v).getEpochSecond());
                        out.writeInt(((Instant) v).getNano());
                    },
                    in -> Instant.ofEpochSecond(in.readLong(), in.readInt()));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(codec(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> nested && nested.isRecord()) {
            return nested(nested);
        }
        throw new IllegalStateException("there are no bytes for " + type);
    }

    private static Codec list(Codec element) {
        return new Codec(
                "[" + element.shape() + "]",
                (v, out) -> {
                    List<?> values = (List<?>) v;
                    out.writeInt(values.size());
                    for (Object value : values) {
                        element.writer().write(value, out);
                    }
                },
                in -> {
                    int count = in.readInt();
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        values.add(element.reader().read(in));
                    }
                    return values;
                });
    }

    private static Codec nested(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        List<Codec> codecs = new ArrayList<>();
        StringBuilder shape = new StringBuilder(type.getSimpleName()).append('(');
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            codecs.add(codec(components[i].getGenericType()));
            shape.append(components[i].getName())
                    .append(':')
                    .append(codecs.get(i).shape())
                    .append(' ');
        }
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
        return new Codec(
                shape.append(')').toString(),
                (v, out) -> {
                    for (int i = 0; i < components.length; i++) {
                        write(component(components[i], v), types[i], codecs.get(i), out);
                    }
                },
                in -> {
                    @Nullable Object[] values = new @Nullable Object[types.length];
                    for (int i = 0; i < types.length; i++) {
                        boolean there = types[i].isPrimitive() || in.readBoolean();
                        values[i] = there ? codecs.get(i).reader().read(in) : null;
                    }
                    return made(constructor, values);
                });
    }

    private static void write(@Nullable Object value, Class<?> type, Codec codec, DataOutput out)
            throws IOException {
        if (!type.isPrimitive()) {
            out.writeBoolean(value != null);
        }
        if (value != null) {
            codec.writer().write(value, out);
        }
    }

    private static @Nullable Object component(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of a public record can be read", e);
        }
    }

    private static Object made(Constructor<?> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no " + constructor.getName(), e);
        }
    }
}
