package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.IntegerDataType;
import org.h2.mvstore.type.StringDataType;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.search.Generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the deriver of one generation of one organization's documents remembers: the log of facts
 * folded, who is who, what was handed out, what is still to do, and how far the logs were read. It
 * holds nothing that the logs do not; where it is missing or broken, they are read again from their
 * beginning into the next generation.
 *
 * <p>Nothing is kept before {@link #commit}, and then all at once. One thread writes; {@link #keys}
 * and the digests may be asked by others meanwhile.
 */
public final class DerivedState implements AutoCloseable {
    private static final String FORMAT = "6";
    private static final int CACHE_MEGABYTES = 64;
    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_BYTES = 16 << 20;

    private final MVStore store;
    private final boolean isNew;
    private final MVMap<String, String> settings;
    private final MVMap<String, Long> positions;
    private final Map<String, Long> reached = new TreeMap<>();

    private final Dictionary dictionary;
    private final Assertions assertions;
    private final Activity activity;
    private final People people;
    private final People atoms;
    private final Blocks blocks;
    private final Edges edges;
    private final Rulings rulings;
    private final Waiting waiting;
    private final Ties ties;
    private final MVMap<byte[], byte[]> known;
    private final MVMap<byte[], byte[]> giants;
    private final Agenda touched;
    private final Agenda ruled;
    private final Agenda changedAtoms;
    private final Agenda uncomparedAtoms;
    private final Agenda scatteredAtoms;
    private final MVMap<byte[], byte[]> moved;
    private final MVMap<String, String> events;
    private final MVMap<byte[], byte[]> documents;
    private final MVMap<byte[], byte[]> evidence;
    private final MVMap<byte[], byte[]> overridden;
    private final MVMap<byte[], byte[]> overrideChanged;
    private final MVMap<Long, Boolean> changedParts;
    private final MVMap<Long, String> pending;

    private DerivedState(MVStore store, String owner) {
        this.store = store;
        this.settings = store.openMap("settings");
        this.isNew = settings.isEmpty();
        if (isNew) {
            settings.put("owner", owner);
        } else if (!owner.equals(settings.get("owner"))) {
            throw DataUtils.newMVStoreException(
                    DataUtils.ERROR_UNSUPPORTED_FORMAT, "the file belongs to another generation");
        }
        this.positions = store.openMap("positions");
        reached.putAll(positions);
        this.dictionary =
                new Dictionary(
                        store.openMap(
                                "numbers",
                                new MVMap.Builder<String, Integer>()
                                        .keyType(StringDataType.INSTANCE)
                                        .valueType(IntegerDataType.INSTANCE)),
                        store.openMap(
                                "texts",
                                new MVMap.Builder<Integer, String>()
                                        .keyType(IntegerDataType.INSTANCE)
                                        .valueType(StringDataType.INSTANCE)));
        this.assertions = new Assertions(open("rows"), open("keys"), dictionary);
        this.activity = new Activity(store.openMap("imports"), dictionary);
        this.people = new People(open("personOf"), open("accountsOf"));
        this.atoms = new People(open("atomOf"), open("accountsOfAtom"));
        this.blocks = new Blocks(open("blocks"), open("blockingKeys"));
        this.edges = new Edges(open("edges"), open("review"));
        this.rulings = new Rulings(store.openMap("verdicts"), settings, dictionary);
        this.known = open("known");
        this.giants = open("giants");
        this.changedAtoms = new Agenda(open("changedAtoms"));
        this.uncomparedAtoms = new Agenda(open("uncomparedAtoms"));
        this.scatteredAtoms = new Agenda(open("scatteredAtoms"));
        this.moved = open("moved");
        this.events = store.openMap("events");
        this.waiting = new Waiting(open("waiting"), open("order"));
        this.ties = new Ties(open("ties"));
        this.touched = new Agenda(open("touched"));
        this.ruled = new Agenda(open("ruled"));
        this.documents = open("documents");
        this.evidence = open("evidence");
        this.overridden = open("overridden");
        this.overrideChanged = open("overrideChanged");
        this.changedParts = store.openMap("changedParts");
        this.pending = store.openMap("pending");
    }

    private MVMap<byte[], byte[]> open(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(BytesType.INSTANCE)
                        .valueType(BytesType.INSTANCE));
    }

    /**
     * Opens the file, or begins a new one if there is none or it is broken or another generation's.
     * The caller sees from {@link #isNew} that the logs are to be read from their beginning; what
     * was handed out for this generation before is then not known any more.
     *
     * @throws UncheckedIOException if the folder cannot be written to
     * @throws MVStoreException if another process has the file open
     */
    public static DerivedState open(Path file, Generation generation) {
        String owner =
                FORMAT
                        + "/"
                        + FactCodec.version()
                        + "/"
                        + generation.organization()
                        + "/"
                        + generation.number();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return of(file, owner);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Files.deleteIfExists(file);
            return of(file, owner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DerivedState of(Path file, String owner) {
        MVStore store =
                new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0)
                        .cacheSize(CACHE_MEGABYTES)
                        .open();
        try {
            // The thread that would compact in the background would also commit.
            store.setAutoCommitDelay(0);
            // Nothing before the last commit is ever gone back to.
            store.setVersionsToKeep(0);
            store.setRetentionTime(0);
            return new DerivedState(store, owner);
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /** Whether there was nothing to go on from. */
    public boolean isNew() {
        return isNew;
    }

    /** The offset from which a partition of a log is to be read on. */
    public long position(String topic, int partition) {
        return reached.getOrDefault(topic + "/" + partition, 0L);
    }

    void reach(String topic, int partition, long next) {
        reached.merge(topic + "/" + partition, next, Math::max);
    }

    /** Keeps everything that happened since the last commit. */
    void commit() {
        reached.forEach((partition, next) -> {
            if (!next.equals(positions.get(partition))) {
                positions.put(partition, next);
            }
        });
        for (Agenda agenda :
                List.of(touched, ruled, changedAtoms, uncomparedAtoms, scatteredAtoms)) {
            agenda.keep();
        }
        store.commit();
        // Chunks of which little is left are written anew, so that their space can be used again;
        // nothing is uncommitted here, for this commits, too.
        store.compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
    }

    /** Forgets what happened since the last commit. */
    @Override
    public void close() {
        store.rollback();
        store.close(0);
    }

    /** Leaves the file as a killed process would. */
    void abandon() {
        store.closeImmediately();
    }

    /** What identifies an assertion in the log of facts, and what it is first of all about. */
    public record Key(String key, AccountId subject) {}

    /**
     * The keys of everything that the import says and the log has not forgotten, by fact; they are
     * not held in memory together.
     */
    public void keys(ImportId imported, Consumer<Key> action) {
        reading(() -> eachKey(imported, action));
    }

    private void eachKey(ImportId imported, Consumer<Key> action) {
        int number = dictionary.find(imported.value());
        assertions.eachOf(
                number,
                stub ->
                        action.accept(
                                new Key(
                                        stub.inLog(imported).toString(),
                                        AccountId.parse(dictionary.text(stub.subject())))));
    }

    /** What is read at length stays as it is now, whatever is written meanwhile. */
    private void reading(Runnable action) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            action.run();
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    /** What the import says, as its keys; O(n). */
    public Digest digestOfImport(ImportId imported) {
        Digest.Sum sum = new Digest.Sum();
        keys(imported, key -> sum.add(Digest.ofKey(key.key())));
        return sum.digest();
    }

    /** The people's documents of all layers, as they were handed out; O(n). */
    public Digest digestOfPeople() {
        Digest.Sum sum = new Digest.Sum();
        reading(() -> documents.values().forEach(content -> sum.add(Content.first(content))));
        return sum.digest();
    }

    /** The pieces of evidence of all layers, as they were handed out; O(n). */
    public Digest digestOfEvidence() {
        Digest.Sum sum = new Digest.Sum();
        reading(() ->
                evidence.values()
                        .forEach(value ->
                                sum.add(Content.first(PersonDerivation.contentOfEvidence(value)))));
        return sum.digest();
    }

    /** What was handed out of ties in all layers and not taken back; O(n). */
    public Digest digestOfTies() {
        Digest.Sum sum = new Digest.Sum();
        reading(() ->
                ties.all((layer, one, other, tie) ->
                        sum.add(
                                Digest.ofTie(
                                        dictionary.layer(layer),
                                        dictionary.person(one),
                                        dictionary.person(other),
                                        tie.absent() ? null : tie.content()))));
        return sum.digest();
    }

    MVMap<String, String> settings() {
        return settings;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    Assertions assertions() {
        return assertions;
    }

    Activity activity() {
        return activity;
    }

    People people() {
        return people;
    }

    /** Which account belongs to which atom: to whom strong identifiers alone would give it. */
    People atoms() {
        return atoms;
    }

    Blocks blocks() {
        return blocks;
    }

    Edges edges() {
        return edges;
    }

    Rulings rulings() {
        return rulings;
    }

    /** Layer, atom -> the logarithm to base 2 of how many know it. */
    MVMap<byte[], byte[]> known() {
        return known;
    }

    /** Layer, atom: the first of each person that has suspiciously many. */
    MVMap<byte[], byte[]> giants() {
        return giants;
    }

    Waiting waiting() {
        return waiting;
    }

    Ties ties() {
        return ties;
    }

    /** Layer, account: of which something began or ceased to count. */
    Agenda touched() {
        return touched;
    }

    /** Layer, account: those of them about which a verdict came or went. */
    Agenda ruled() {
        return ruled;
    }

    /** Layer, atom: of which the accounts changed, or what is known of them. */
    Agenda changedAtoms() {
        return changedAtoms;
    }

    /** Layer, atom: to be compared with others. */
    Agenda uncomparedAtoms() {
        return uncomparedAtoms;
    }

    /** Layer, atom: to be gathered to a person. */
    Agenda scatteredAtoms() {
        return scatteredAtoms;
    }

    /** Layer, former person, account: moved since the decision in hand. */
    MVMap<byte[], byte[]> moved() {
        return moved;
    }

    /** Merges and splits that were not handed out yet, by id. */
    MVMap<String, String> events() {
        return events;
    }

    MVMap<byte[], byte[]> documents() {
        return documents;
    }

    MVMap<byte[], byte[]> evidence() {
        return evidence;
    }

    MVMap<byte[], byte[]> overridden() {
        return overridden;
    }

    MVMap<byte[], byte[]> overrideChanged() {
        return overrideChanged;
    }

    /** The parts of imports that the decision in hand makes count or not. */
    MVMap<Long, Boolean> changedParts() {
        return changedParts;
    }

    /** Decisions that were read and not yet applied, by number. */
    MVMap<Long, String> pending() {
        return pending;
    }
}
