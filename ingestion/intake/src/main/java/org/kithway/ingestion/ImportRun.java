package org.kithway.ingestion;

import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.OrganizationId;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The import on whose behalf facts come in.
 *
 * @param fingerprints makes ids with the organization's key
 * @param member whose archive it is
 * @param layer who may see what rests on it
 * @param nameable members whom the archive may name besides its own: all where an administrator
 *     answers for it, else none
 * @param suppressed tells of an account whether its person wishes not to be kept
 */
public record ImportRun(
        OrganizationId organization,
        Fingerprints fingerprints,
        ImportId imported,
        MemberId member,
        Layer layer,
        Set<MemberId> nameable,
        Predicate<AccountId> suppressed) {
    public ImportRun {
        nameable = Set.copyOf(nameable);
    }
}
