package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Site;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One import of one archive, as it stands.
 *
 * @param member whose archive it is
 * @param submittedBy who handed it in; another than {@code member} only if {@code byAdmin}
 * @param byAdmin whether who handed it in was an administrator then
 * @param site as requested or detected; null until one of the two
 * @param layer who sees what rests on it: the organization, or {@code member} alone
 * @param fileName the archive's own name, without a path
 * @param bytes the archive's size
 * @param sha256 of the archive's bytes, in hexadecimal
 * @param exportedAt when the site wrote the export; null if not known
 * @param owner the account whose export it is; null if not known
 * @param started when it first ran; null before
 * @param finished when it came to its latest {@linkplain State#isFinal() final} state; null before
 * @param note why it needs attention or failed, and what to do
 * @param duplicateOf the import that already brought the same archive, for a duplicate
 * @param facts assertions handed on so far
 * @param settings what was set for the connector, by name
 */
public record Import(
        ImportId id,
        OrganizationId organization,
        MemberId member,
        MemberId submittedBy,
        boolean byAdmin,
        @Nullable Site site,
        Layer layer,
        State state,
        String fileName,
        long bytes,
        String sha256,
        @Nullable Instant exportedAt,
        @Nullable AccountId owner,
        Instant submitted,
        @Nullable Instant started,
        @Nullable Instant finished,
        @Nullable String note,
        @Nullable ImportId duplicateOf,
        long facts,
        Map<String, String> settings) {
    public Import {
        settings = Map.copyOf(settings);
    }

    /** Where an import is on its way. */
    public enum State {
        /** Spooled, waits for a node. */
        QUEUED,
        /** Being read. */
        RUNNING,
        /** Read; what it says is on its way into every store. */
        SETTLING,
        /** All of it can be found. */
        COMPLETED,
        /** All that could be read can be found, but something could not. */
        NEEDS_ATTENTION,
        /** Nothing of it counts. */
        FAILED,
        /** The same archive was there already. */
        DUPLICATE,
        /** Being taken back. */
        UNDOING,
        /** Taken back: as though it had never been. */
        UNDONE;

        private static final Set<State> FINAL =
                Set.copyOf(EnumSet.of(COMPLETED, NEEDS_ATTENTION, FAILED, DUPLICATE, UNDONE));
        private static final Set<State> ACTIVE =
                Set.copyOf(EnumSet.of(QUEUED, RUNNING, SETTLING, COMPLETED, NEEDS_ATTENTION));

        /** Whether the platform has nothing left to do. */
        public boolean isFinal() {
            return FINAL.contains(this);
        }

        /**
         * Whether what the import says counts, now or soon; the same archive is then a duplicate.
         */
        public boolean isActive() {
            return ACTIVE.contains(this);
        }
    }
}
