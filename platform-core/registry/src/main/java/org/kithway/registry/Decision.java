package org.kithway.registry;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.ImportId;
import org.kithway.model.Layer;
import org.kithway.model.MemberId;
import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was decided in an organization and every derived document follows from. */
public sealed interface Decision {
    /**
     * An import was read to its end: from now on it counts.
     *
     * @param owner the account whose export it is; null if the export does not say
     * @param exportedAt when the site wrote the export; null if not known
     * @param parts the kinds of file that take the place of what earlier exports have of them
     * @param fragments the kinds of file of which not all could be read: what could counts beside
     *     what earlier exports have of them
     * @param ends for each partition of the log of facts that got any of its assertions, the offset
     *     after the last
     */
    record ImportSettled(
            ImportId imported,
            MemberId member,
            Site site,
            @Nullable AccountId owner,
            Layer layer,
            @Nullable Instant exportedAt,
            Instant submitted,
            Set<String> parts,
            Set<String> fragments,
            Map<Integer, Long> ends)
            implements Decision {
        public ImportSettled {
            SortedSet<String> sortedParts = new TreeSet<>(parts);
            SortedSet<String> sortedFragments = new TreeSet<>(fragments);
            SortedMap<Integer, Long> sortedEnds = new TreeMap<>(ends);
            parts = Collections.unmodifiableSortedSet(sortedParts);
            fragments = Collections.unmodifiableSortedSet(sortedFragments);
            if (!Collections.disjoint(parts, fragments)) {
                throw new IllegalArgumentException("a kind of file is read whole or not");
            }
            ends = Collections.unmodifiableSortedMap(sortedEnds);
        }

        /** When what it says was so: the export's date, else the upload's. */
        public Instant asOf() {
            return exportedAt == null ? submitted : exportedAt;
        }
    }

    /** An import was taken back, for good. */
    record ImportUndone(ImportId imported) implements Decision {}

    /**
     * Who is one person: what members say of it, and by which model it is judged. The machine never
     * overrules what a member says.
     */
    sealed interface OfIdentity extends Decision {
        /** Who decided. */
        MemberId by();
    }

    /** What a member says of accounts; it holds until it is withdrawn. */
    sealed interface Verdict extends OfIdentity {
        String id();

        /** Who is concerned: the whole organization's view of people, or the member's own alone. */
        Layer layer();

        /** All accounts of which something is said. */
        SortedSet<AccountId> all();
    }

    /**
     * The accounts are one person's.
     *
     * @param claim whether they are said to be a member's own
     * @param accounts two or more
     */
    record SamePerson(
            String id, MemberId by, Layer layer, boolean claim, SortedSet<AccountId> accounts)
            implements Verdict {
        public SamePerson {
            accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
            if (accounts.size() < 2) {
                throw new IllegalArgumentException("one account alone is always one person's");
            }
        }

        @Override
        public SortedSet<AccountId> all() {
            return accounts;
        }
    }

    /** None of the accounts is of the person whose are any of the others. */
    record DifferentPeople(
            String id,
            MemberId by,
            Layer layer,
            SortedSet<AccountId> accounts,
            SortedSet<AccountId> others)
            implements Verdict {
        public DifferentPeople {
            accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
            others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
            if (accounts.isEmpty() || others.isEmpty()) {
                throw new IllegalArgumentException("there is nobody to be told apart");
            }
            if (!Collections.disjoint(accounts, others)) {
                throw new IllegalArgumentException("an account is its own person's");
            }
        }

        @Override
        public SortedSet<AccountId> all() {
            SortedSet<AccountId> all = new TreeSet<>(accounts);
            all.addAll(others);
            return all;
        }
    }

    /** A verdict is taken back, for good; another one may say the same. */
    record VerdictWithdrawn(String verdict, MemberId by) implements OfIdentity {}

    /**
     * From now on accounts are compared by another model.
     *
     * @param model as JSON
     */
    record ModelAdopted(long version, String model, MemberId by) implements OfIdentity {}

    /** Who was asked and what came of it. People and ties do not follow from it. */
    sealed interface OfAsking extends Decision {}

    /** A member asks people for something. */
    record AskMade(String id, MemberId by, Purpose purpose, Set<PersonId> people, Instant at)
            implements OfAsking {
        public AskMade {
            people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
        }
    }

    /** Something came of asking the one who has the code. */
    record AskNoted(String ask, String code, Ask.Event event, Instant at) implements OfAsking {}

    /** Somebody lets be known how they may be asked. */
    record AskingPreferred(PersonId person, MemberId by, Set<Purpose> neverFor, int weekly)
            implements OfAsking {
        public AskingPreferred {
            neverFor = Collections.unmodifiableSortedSet(new TreeSet<>(neverFor));
        }
    }
}
