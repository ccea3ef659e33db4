package org.kithway.ingestion.kafka.derive;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.FactFields;
import org.kithway.model.PartialDate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Facts as bytes, their accounts left out; the kind comes first. */
final class FactCodec {
    private static final Fact.Trait[] TRAITS = Fact.Trait.values();
    private static final Fact.Topic[] TOPICS = Fact.Topic.values();
    private static final Fact.Form[] FORMS = Fact.Form.values();
    private static final Fact.Act[] ACTS = Fact.Act.values();

    private FactCodec() {}

    /** Differs as soon as bytes that were written before mean something else. */
    static int version() {
        return List.of(
                        FactFields.kinds().toString(),
                        Arrays.toString(TRAITS),
                        Arrays.toString(TOPICS),
                        Arrays.toString(FORMS),
                        Arrays.toString(ACTS),
                        Arrays.toString(Row.Family.values()))
                .hashCode();
    }

    /** Appends the fact without its accounts. */
    static void write(Fact fact, ByteArrayOutputStream bytes) {
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            switch (fact) {
                case Fact.Described f -> {
                    out.writeByte(0);
                    out.writeByte(f.trait().ordinal());
                    out.writeUTF(f.text());
                }
                case Fact.Position f -> {
                    out.writeByte(1);
                    text(out, f.organization());
                    text(out, f.title());
                    text(out, f.description());
                    text(out, f.place());
                    date(out, f.from());
                    date(out, f.to());
                    date(out, f.asOf());
                }
                case Fact.Education f -> {
                    out.writeByte(2);
                    out.writeUTF(f.school());
                    text(out, f.degree());
                    text(out, f.notes());
                    date(out, f.from());
                    date(out, f.to());
                }
                case Fact.Skill f -> {
                    out.writeByte(3);
                    out.writeUTF(f.skill());
                }
                case Fact.Interest f -> {
                    out.writeByte(4);
                    out.writeByte(f.topic().ordinal());
                    out.writeUTF(f.name());
                    time(out, f.since());
                }
                case Fact.Published f -> {
                    out.writeByte(5);
                    out.writeByte(f.form().ordinal());
                    out.writeUTF(f.text());
                    text(out, f.url());
                    time(out, f.at());
                }
                case Fact.SameAs f -> out.writeByte(6);
                case Fact.Connected f -> {
                    out.writeByte(7);
                    date(out, f.since());
                }
                case Fact.Invited f -> {
                    out.writeByte(8);
                    time(out, f.at());
                }
                case Fact.Follows f -> {
                    out.writeByte(9);
                    date(out, f.since());
                }
                case Fact.Messaged f -> {
                    out.writeByte(10);
                    time(out, f.at());
                    out.writeInt(f.participants());
                    out.writeInt(f.ordinal());
                }
                case Fact.Interacted f -> {
                    out.writeByte(11);
                    out.writeByte(f.act().ordinal());
                    time(out, f.at());
                }
                case Fact.Endorsed f -> {
                    out.writeByte(12);
                    out.writeUTF(f.skill());
                    time(out, f.at());
                }
                case Fact.Recommended f -> {
                    out.writeByte(13);
                    text(out, f.text());
                    time(out, f.at());
                }
                case Fact.Keeps f -> out.writeByte(14);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #write} wrote. */
    static Fact read(byte[] bytes, int from, AccountId subject, @Nullable AccountId object) {
        try {
            DataInputStream in =
                    new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from));
            byte kind = in.readByte();
            if (object == null) {
                return aboutOne(kind, in, subject);
            }
            return aboutTwo(kind, in, subject, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fact aboutOne(byte kind, DataInputStream in, AccountId subject)
            throws IOException {
        return switch (kind) {
            case 0 -> new Fact.Described(subject, TRAITS[in.readByte()], in.readUTF());
            case 1 ->
                    new Fact.Position(
                            subject, text(in), text(in), text(in), text(in), date(in), date(in),
                            date(in));
            case 2 ->
                    new Fact.Education(
                            subject, in.readUTF(), text(in), text(in), date(in), date(in));
            case 3 -> new Fact.Skill(subject, in.readUTF());
            case 4 -> new Fact.Interest(subject, TOPICS[in.readByte()], in.readUTF(), time(in));
            case 5 ->
                    new Fact.Published(
                            subject, FORMS[in.readByte()], in.readUTF(), text(in), time(in));
            default -> throw unknown(kind);
        };
    }

    private static Fact aboutTwo(byte kind, DataInputStream in, AccountId subject, AccountId object)
            throws IOException {
        return switch (kind) {
            case 6 -> new Fact.SameAs(subject, object);
            case 7 -> new Fact.Connected(subject, object, date(in));
            case 8 -> new Fact.Invited(subject, object, time(in));
            case 9 -> new Fact.Follows(subject, object, date(in));
            case 10 -> {
                Instant at = time(in);
                if (at == null) {
                    throw unknown(kind);
                }
                yield new Fact.Messaged(subject, object, at, in.readInt(), in.readInt());
            }
            case 11 -> new Fact.Interacted(subject, object, ACTS[in.readByte()], time(in));
            case 12 -> new Fact.Endorsed(subject, object, in.readUTF(), time(in));
            case 13 -> new Fact.Recommended(subject, object, text(in), time(in));
            case 14 -> new Fact.Keeps(subject, object);
            default -> throw unknown(kind);
        };
    }

    private static IllegalStateException unknown(byte kind) {
        return new IllegalStateException("no fact of kind " + kind + " is written like this");
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void time(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.getEpochSecond());
            out.writeInt(time.getNano());
        }
    }

    private static @Nullable Instant time(DataInputStream in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }

    /** Year, month and day as decimal digits; 0 stands for what is not known. */
    private static void date(DataOutputStream out, @Nullable PartialDate date) throws IOException {
        if (date == null) {
            out.writeInt(0);
            return;
        }
        Integer month = date.month();
        Integer day = date.day();
        out.writeInt(
                date.year() * 10_000 + (month == null ? 0 : month) * 100 + (day == null ? 0 : day));
    }

    private static @Nullable PartialDate date(DataInputStream in) throws IOException {
        int digits = in.readInt();
        if (digits == 0) {
            return null;
        }
        int month = digits / 100 % 100;
        int day = digits % 100;
        return new PartialDate(
                digits / 10_000,
                month == 0 ? null : Integer.valueOf(month),
                day == 0 ? null : Integer.valueOf(day));
    }
}
