package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Where archives are handed in and taken back. */
public interface ImportDesk {
    /**
     * Stores an archive for good and queues its import. An archive that is already held for this
     * member and layer is not read again: the import then says so.
     *
     * @throws IOException if the content ends early or cannot be stored; nothing is left behind
     */
    ImportId receive(Submission submission, InputStream content) throws IOException;

    /**
     * Takes back an import: what only it says is forgotten, what it had taken the place of holds
     * again. Returns when this is decided; the import then moves on to {@code UNDONE} by itself.
     *
     * @throws IllegalStateException if the import is in no state from which it can be undone; the
     *     message says which
     */
    void undo(OrganizationId organization, ImportId id);

    /**
     * An archive that is handed in.
     *
     * @param member whose archive it is
     * @param submittedBy who hands it in
     * @param byAdministrator whether that is an administrator, who may name other members in it
     * @param site the site that it must be from, or null to find out
     * @param fileName the archive's own name, without a path
     */
    record Submission(
            OrganizationId organization,
            MemberId member,
            MemberId submittedBy,
            boolean byAdministrator,
            Layer layer,
            @Nullable Site site,
            String fileName,
            Map<String, String> settings) {
        public Submission {
            settings = Map.copyOf(settings);
        }
    }
}
