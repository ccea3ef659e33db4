package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.identity.Judgement;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.search.StoreBusyException;
import org.kithway.search.Viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why accounts are one person. It is worked out anew for each answer, from what the viewer sees
 * alone; of several nodes the one answers that derives the organization.
 */
public interface Identities {
    /**
     * Why the person's accounts are one person's.
     *
     * @throws StoreBusyException if another node derives the organization, or none at the moment
     */
    Optional<Explanation> explain(Viewer viewer, PersonId person);

    /**
     * Pairs that may be one person, or not: the likeliest first, those that the viewer alone sees
     * before those of the organization.
     *
     * @param cursor where the page before ended, or null for the first page
     * @throws StoreBusyException as {@link #explain} does
     * @throws IllegalArgumentException if the cursor is none
     */
    Review review(Viewer viewer, @Nullable String cursor, int size);

    /**
     * How the organization's accounts come to be people.
     *
     * @throws StoreBusyException as {@link #explain} does
     */
    Report report(Viewer viewer);

    /**
     * The model that follows the present one, learned from the organization's own data.
     *
     * @throws StoreBusyException as {@link #explain} does
     */
    IdentityModel estimate(OrganizationId organization);

    /**
     * @param atoms what strong identifiers alone make one person
     * @param links what was made of each two of the atoms
     */
    record Explanation(List<Atom> atoms, List<Link> links) {}

    /**
     * Accounts that strong identifiers join.
     *
     * @param id of the person if there were no others
     * @param stated which exports say so
     */
    record Atom(PersonId id, List<AccountId> accounts, List<Stated> stated) {}

    /** That an import says that two accounts are one person's. */
    record Stated(AccountId one, AccountId other, ImportId imported) {}

    /** What was made of two atoms. */
    enum State {
        /** What speaks for it suffices. */
        JOINED,
        /** They are one person, but not for what they have in common. */
        ALONG,
        /** It waits for somebody's verdict. */
        DOUBTFUL,
        /** A member says that they are one person. */
        CONFIRMED,
        /** A member says that they are two. */
        DENIED
    }

    /**
     * What was made of two atoms.
     *
     * @param verdict the id of the verdict that holds, or null
     */
    record Link(
            PersonId one,
            PersonId other,
            State state,
            Judgement judgement,
            @Nullable String verdict) {}

    /**
     * @param next the cursor of the next page, or null if this is the last
     */
    record Review(List<Doubt> pairs, @Nullable String next) {}

    /** A pair that may be one person, or not. */
    record Doubt(Atom one, Atom other, Judgement judgement, boolean isPrivate) {}

    /**
     * @param accounts how many there are
     * @param atoms how many people strong identifiers alone would make of them
     * @param people how many there are
     * @param kinds for what was found in how many of the joined pairs that were looked at
     * @param looked at how many joined pairs was looked, of how many
     * @param reviews how many pairs wait for a verdict
     * @param ownReviews how many more wait that the viewer alone sees
     * @param giants people who have suspiciously many accounts
     * @param model by which accounts are compared
     */
    record Report(
            int accounts,
            int atoms,
            int people,
            Map<String, Integer> kinds,
            int looked,
            int joined,
            int reviews,
            int ownReviews,
            List<PersonId> giants,
            long model) {}
}
