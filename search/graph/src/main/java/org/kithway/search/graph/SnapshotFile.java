package org.kithway.search.graph;

import org.kithway.model.Layer;
import org.kithway.model.PersonId;
import org.kithway.model.TieEvidence;
import org.kithway.route.TieGraph;
import org.kithway.search.TieChange;
import org.kithway.search.TieChange.State;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * A {@link Snapshot} on disk: a heading, the packed arrays of the graph, then people and evidence.
 * It is written beside the former one and takes its place when it is whole; it is read through a
 * mapping, after its checksum was found right.
 *
 * <pre>
 * 0   magic, with the version          32  saved    (ms)      88  out offsets   (ints, to 8 bytes)
 * 8   byte order of the arrays         40  offset                 out ties      (longs)
 * 16  length of all after the 32nd     48  aged to  (ms)          in offsets, in ties: unless symmetric
 * 24  CRC-32C of these                 56  nodes, ties, symmetric,    people, evidence
 *                                          shape of evidence
 * </pre>
 */
public final class SnapshotFile {
    /** Raised with each change of the layout; files of others are not read. */
    private static final int VERSION = 1;

    private static final RecordCodec<TieEvidence> EVIDENCE = RecordCodec.of(TieEvidence.class);

    private static final long MAGIC = 0x4B49_5448_5449_4500L + VERSION;
    private static final long BYTE_ORDER = 0x0102_0304_0506_0708L;
    private static final int HEADING = 32;
    private static final int FIELDS = 56;
    private static final int CHUNK = 1 << 20;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final Path file;

    public SnapshotFile(Path file) {
        this.file = file;
    }

    /** What is wrong with a file. */
    public static final class CorruptException extends Exception {
        private static final long serialVersionUID = 1L;

        CorruptException(String message) {
            super(message);
        }
    }

    /** Writes the snapshot; O(people + ties). What is there stays until this one is whole. */
    public void write(Snapshot snapshot) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (FileChannel channel =
                FileChannel.open(next, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            CheckedOutput out = new CheckedOutput(channel, HEADING);
            TieGraph.Packed packed = snapshot.graph().packed();
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment fields = arena.allocate(FIELDS, Long.BYTES);
                fields.setAtIndex(LONG, 0, snapshot.saved().toEpochMilli());
                fields.setAtIndex(LONG, 1, snapshot.offset());
                fields.setAtIndex(LONG, 2, snapshot.agedTo().toEpochMilli());
                fields.setAtIndex(LONG, 3, packed.outOffsets().byteSize() / Integer.BYTES - 1);
                fields.setAtIndex(LONG, 4, packed.outTies().byteSize() / Long.BYTES);
                fields.setAtIndex(LONG, 5, snapshot.graph().isSymmetric() ? 1 : 0);
                fields.setAtIndex(LONG, 6, EVIDENCE.shape().hashCode());
                out.write(fields);
                write(packed.outOffsets(), packed.outTies(), out);
                if (!snapshot.graph().isSymmetric()) {
                    write(packed.inOffsets(), packed.inTies(), out);
                }
                DataOutputStream stream =
                        new DataOutputStream(new BufferedOutputStream(out, CHUNK));
                writeTies(snapshot, stream);
                stream.flush();
                MemorySegment heading = arena.allocate(HEADING, Long.BYTES);
                heading.setAtIndex(LONG, 0, MAGIC);
                heading.setAtIndex(LONG, 1, BYTE_ORDER);
                heading.setAtIndex(LONG, 2, out.length());
                heading.setAtIndex(LONG, 3, out.checksum());
                ByteBuffer first = heading.asByteBuffer();
                while (first.hasRemaining()) {
                    channel.write(first, first.position());
                }
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(MemorySegment offsets, MemorySegment ties, CheckedOutput out)
            throws IOException {
        out.write(offsets);
        out.align();
        out.write(ties);
    }

    private static void writeTies(Snapshot snapshot, DataOutputStream out) throws IOException {
        out.writeInt(snapshot.people().size());
        Map<PersonId, Integer> places = new HashMap<>();
        for (PersonId person : snapshot.people()) {
            places.put(person, places.size());
            out.writeUTF(person.value());
        }
        for (TieChange tie : snapshot.ties()) {
            out.writeBoolean(true);
            out.writeUTF(tie.layer().member() == null ? "" : tie.layer().toString());
            write(tie.a(), places, out);
            write(tie.b(), places, out);
            out.writeBoolean(tie.state() instanceof State.Known);
            if (tie.state() instanceof State.Known known) {
                EVIDENCE.write(known.evidence(), out);
            }
        }
        out.writeBoolean(false);
    }

    /** By number, or, where a member alone names the person and no question came yet, by id. */
    private static void write(PersonId person, Map<PersonId, Integer> places, DataOutputStream out)
            throws IOException {
        Integer place = places.get(person);
        out.writeInt(place == null ? -1 : place);
        if (place == null) {
            out.writeUTF(person.value());
        }
    }

    /**
     * Reads what was written. O(people + ties).
     *
     * @throws CorruptException if the file is of another version or not whole
     */
    public Snapshot read() throws IOException, CorruptException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            check(all);
            MemorySegment content = all.asSlice(HEADING);
            if (content.getAtIndex(LONG, 6) != EVIDENCE.shape().hashCode()) {
                throw new CorruptException("evidence is made of other things now");
            }
            long nodes = content.getAtIndex(LONG, 3);
            long ties = content.getAtIndex(LONG, 4);
            long one = aligned((nodes + 1) * Integer.BYTES) + ties * Long.BYTES;
            boolean symmetric = content.getAtIndex(LONG, 5) == 1;
            MemorySegment out = content.asSlice(FIELDS, one);
            MemorySegment in = symmetric ? out : content.asSlice(FIELDS + one, one);
            long end = FIELDS + (symmetric ? one : 2 * one);
            TieGraph graph = TieGraph.of(packed(out, in, nodes, ties));
            DataInputStream stream =
                    new DataInputStream(
                            new BufferedInputStream(new SegmentInput(content.asSlice(end)), CHUNK));
            List<PersonId> people = people(stream);
            return new Snapshot(
                    Instant.ofEpochMilli(content.getAtIndex(LONG, 0)),
                    content.getAtIndex(LONG, 1),
                    Instant.ofEpochMilli(content.getAtIndex(LONG, 2)),
                    people,
                    graph,
                    ties(stream, people));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new CorruptException(Objects.toString(e.getMessage(), "unreadable"));
        }
    }

    private static void check(MemorySegment all) throws CorruptException {
        if (all.byteSize() < HEADING + FIELDS || all.getAtIndex(LONG, 0) != MAGIC) {
            throw new CorruptException("not a file of version " + VERSION);
        }
        if (all.getAtIndex(LONG, 1) != BYTE_ORDER) {
            throw new CorruptException("written on a machine of another byte order");
        }
        if (all.getAtIndex(LONG, 2) != all.byteSize() - HEADING) {
            throw new CorruptException("not as long as it says");
        }
        CRC32C crc = new CRC32C();
        long most = 1 << 30;
        for (long at = HEADING; at < all.byteSize(); at += most) {
            long length = Math.min(most, all.byteSize() - at);
            crc.update(all.asSlice(at, length).asByteBuffer());
        }
        if (all.getAtIndex(LONG, 3) != crc.getValue()) {
            throw new CorruptException("the checksum is wrong");
        }
    }

    private static TieGraph.Packed packed(
            MemorySegment out, MemorySegment in, long nodes, long ties) {
        long offsets = (nodes + 1) * Integer.BYTES;
        long start = aligned(offsets);
        long length = ties * Long.BYTES;
        return new TieGraph.Packed(
                out.asSlice(0, offsets),
                out.asSlice(start, length),
                in.asSlice(0, offsets),
                in.asSlice(start, length));
    }

    private static long aligned(long bytes) {
        return (bytes + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    }

    private static List<PersonId> people(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<PersonId> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(new PersonId(in.readUTF()));
        }
        return people;
    }

    private static List<TieChange> ties(DataInputStream in, List<PersonId> people)
            throws IOException {
        List<TieChange> ties = new ArrayList<>();
        Map<String, Layer> layers = new HashMap<>(Map.of("", Layer.ORGANIZATION));
        while (in.readBoolean()) {
            Layer layer = layers.computeIfAbsent(in.readUTF(), Layer::parse);
            PersonId a = person(in, people);
            PersonId b = person(in, people);
            State state =
                    in.readBoolean() ? new State.Known(EVIDENCE.read(in)) : new State.Absent();
            ties.add(new TieChange(layer, a, b, state));
        }
        return ties;
    }

    private static PersonId person(DataInputStream in, List<PersonId> people) throws IOException {
        int place = in.readInt();
        return place < 0 ? new PersonId(in.readUTF()) : people.get(place);
    }
}
