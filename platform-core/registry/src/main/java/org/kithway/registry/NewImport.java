package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;
import org.kithway.model.Site;

import java.util.Map;

/**
 * An archive as it is handed in; see {@link Import} for the parts.
 *
 * @param id from {@link Imports#newId()}, so that the spooled file can bear it beforehand
 */
public record NewImport(
        ImportId id,
        OrganizationId organization,
        MemberId member,
        MemberId submittedBy,
        boolean byAdmin,
        @Nullable Site site,
        Layer layer,
        String fileName,
        long bytes,
        String sha256,
        Map<String, String> settings) {
    public NewImport {
        settings = Map.copyOf(settings);
        if (!layer.isOrganization() && !layer.equals(Layer.of(member))) {
            throw new IllegalArgumentException("an import is private to its own member alone");
        }
        if (!byAdmin && !member.equals(submittedBy)) {
            throw new IllegalArgumentException("only an administrator imports for another member");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes < 0");
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 is not 64 of 0-9 a-f");
        }
    }
}
