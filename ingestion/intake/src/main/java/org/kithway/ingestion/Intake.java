package org.kithway.ingestion;

import org.jspecify.annotations.Nullable;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.MemberId;
import org.kithway.model.Place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one funnel through which every fact passes. It puts the member in the place of "I", keeps
 * names within the export that they came from, refuses members whom the file may not name,
 * withholds who wishes not to be kept, and hands the rest to the log.
 */
public final class Intake {
    /** The rule under which records about suppressed people are withheld. */
    public static final String SUPPRESSED = "a person who wishes not to be kept";

    private final FactLog log;

    public Intake(FactLog log) {
        this.log = log;
    }

    /**
     * Takes the statements of one chunk in; returns when all their facts are acknowledged. Taking
     * them in again changes nothing.
     *
     * @throws FactLog.LogUnavailableException if the log does not take them; the chunk may be
     *     handed in again
     */
    public Outcome accept(ImportRun run, List<Stated> chunk) {
        List<Refused> refused = new ArrayList<>();
        List<Place> withheld = new ArrayList<>();
        List<Assertion> assertions = new ArrayList<>(chunk.size() * 3);
        for (Stated stated : chunk) {
            Set<Fact> facts = new LinkedHashSet<>();
            @Nullable String fault = null;
            boolean suppressed = false;
            for (Fact fact : stated.facts()) {
                fault = fault == null ? fault(run, fact) : fault;
                Fact resolved = Accounts.resolve(fact, run.member());
                if (resolved == null) {
                    continue;
                }
                if (suppressed(run, resolved)) {
                    suppressed = true;
                } else {
                    facts.add(resolved);
                }
            }
            if (fault != null) {
                refused.add(new Refused(stated.place(), fault));
            } else if (facts.isEmpty() && suppressed) {
                withheld.add(stated.place());
            } else if (facts.isEmpty()) {
                refused.add(
                        new Refused(
                                stated.place(),
                                "says only that the member is the member: nothing to keep"));
            } else {
                for (Fact fact : facts) {
                    assertions.add(assertion(run, stated, fact));
                }
            }
        }
        Map<Integer, Long> ends = assertions.isEmpty() ? Map.of() : log.append(assertions);
        return new Outcome(refused, withheld, assertions.size(), ends);
    }

    private static Assertion assertion(ImportRun run, Stated stated, Fact fact) {
        return new Assertion(
                run.organization(),
                run.fingerprints().of(fact),
                run.imported(),
                run.member(),
                run.layer(),
                stated.part(),
                stated.place(),
                fact);
    }

    private static @Nullable String fault(ImportRun run, Fact fact) {
        String fault = fault(run, fact.subject());
        AccountId object = fact.object();
        return fault == null && object != null ? fault(run, object) : fault;
    }

    private static @Nullable String fault(ImportRun run, AccountId account) {
        if (!account.isMember() || account.equals(AccountId.OWNER)) {
            return null;
        }
        if (account.isName()) {
            return "names a member by name: write kithway:<member id>";
        }
        if (!account.key().matches("mem_[a-z0-9]{1,40}")) {
            return "names a member by something else than a member id";
        }
        MemberId named = new MemberId(account.key());
        if (named.equals(run.member()) || run.nameable().contains(named)) {
            return null;
        }
        return "names another member: let an administrator import this file, and check the member id";
    }

    private static boolean suppressed(ImportRun run, Fact fact) {
        AccountId object = fact.object();
        return run.suppressed().test(fact.subject())
                || (object != null && run.suppressed().test(object));
    }

    /**
     * A record's facts, as the connector reads them.
     *
     * @param part the kind of file that the record stands in
     */
    public record Stated(Place place, String part, List<Fact> facts) {
        public Stated {
            facts = List.copyOf(facts);
        }
    }

    /** A record that intake does not take, and what to do about it. */
    public record Refused(Place place, String reason) {}

    /**
     * What became of a chunk; whatever is neither refused nor withheld is kept.
     *
     * @param withheld records of which no fact was left, by the rule {@link #SUPPRESSED}
     * @param facts how many facts were handed on
     * @param ends for each partition of the log that got any, the offset after the last of them
     */
    public record Outcome(
            List<Refused> refused, List<Place> withheld, int facts, Map<Integer, Long> ends) {
        public Outcome {
            refused = List.copyOf(refused);
            withheld = List.copyOf(withheld);
            ends = Map.copyOf(ends);
        }
    }
}
