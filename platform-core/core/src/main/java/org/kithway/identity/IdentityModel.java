package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Bits;
import org.kithway.identity.match.Comparison;
import org.kithway.identity.match.Level;
import org.kithway.identity.name.NameFrequency;
import org.kithway.identity.name.PersonName;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By what accounts are told to be one person's: a frozen, versioned value. Who is one person
 * depends on it, on the facts and on members' decisions, and on nothing else.
 *
 * @param version grows with each estimation; the shipped one is 0
 * @param population among how many people those of one name are sought
 * @param prior the binary logarithm of the odds that two references taken at random are one
 *     person's
 * @param same weight in bits from which two are one person
 * @param doubtful weight in bits from which two are for review
 * @param comparisons one for each kind of evidence beside names and contacts
 * @param names how common they are
 * @param employers the share of people who name an employer, by its key
 */
public record IdentityModel(
        long version,
        double population,
        double prior,
        double same,
        double doubtful,
        List<Comparison> comparisons,
        NameFrequency names,
        SortedMap<String, Double> employers) {
    private static final double POPULATION = 100_000;

    /** What is shipped, for those who have no data of their own yet. */
    public static final IdentityModel PRIOR =
            new IdentityModel(
                    0,
                    POPULATION,
                    -Bits.log2(POPULATION),
                    Bits.log2(99),
                    0,
                    List.of(Evidence.values()).stream().map(kind -> kind.prior).toList(),
                    NameFrequency.PRIOR,
                    Collections.emptySortedMap());

    /** Two people who could be confused are so much likelier colleagues than any two. */
    private static final double COLLEAGUES = 4;

    public IdentityModel {
        comparisons = List.copyOf(comparisons);
        employers = Collections.unmodifiableSortedMap(new TreeMap<>(employers));
    }

    /** What to file a reference under, so that those are compared who may be one person. */
    public BlockingKeys blockingKeys(Reference reference) {
        SortedSet<String> keys = new TreeSet<>();
        SortedSet<String> rough = new TreeSet<>();
        List<PersonName> names =
                reference.names().isEmpty()
                        ? reference.handles().stream().map(PersonName::ofHandle).toList()
                        : reference.names();
        for (PersonName name : names) {
            rough.addAll(name.blockingKeys());
            String whole = name.key();
            rough.add("name " + whole);
            for (Employment work : reference.employments()) {
                if (work.organization() != null && !work.organization().isPlaceholder()) {
                    keys.add("name " + whole + " at " + work.organization().key());
                }
            }
            reference.towns().forEach(town -> keys.add("name " + whole + " in " + town));
        }
        reference.handles().forEach(handle -> keys.add("account " + handle));
        return new BlockingKeys(keys, rough);
    }

    /**
     * Weighs what speaks for the two being one person; symmetric. O(names x names + employments x
     * employments + contacts).
     */
    public Judgement compare(Reference one, Reference other) {
        List<Reason> reasons = new ArrayList<>();
        Reason name = NameEvidence.best(one, other, names);
        if (name != null) {
            reasons.add(name);
        }
        for (Evidence kind : Evidence.values()) {
            Reason reason = reason(kind, EvidenceLevels.of(kind, one, other));
            if (reason != null) {
                reasons.add(reason);
            }
        }
        Reason contacts = ContactEvidence.of(one.contacts(), other.contacts(), population);
        if (contacts != null) {
            reasons.add(contacts);
        }
        Rules rules = new Rules(one, other, name, reasons);
        Reason rivals = rules.twoAtOneSite();
        if (rivals != null) {
            reasons.add(rivals);
        }
        Reason veto = rules.veto(prior, same);
        if (veto != null) {
            reasons.add(veto);
        }
        reasons.sort(
                Comparator.comparingDouble((Reason r) -> -Math.abs(r.bits()))
                        .thenComparing(Reason::words));
        double bits = prior;
        for (Reason reason : reasons) {
            bits += reason.bits();
        }
        return new Judgement(prior, reasons, verdict(bits));
    }

    private @Nullable Reason reason(Evidence kind, EvidenceLevels.Found found) {
        if (found.level() == Comparison.MISSING) {
            return null;
        }
        Level level = comparisons.get(kind.ordinal()).levels().get(found.level());
        Double share = kind == Evidence.EMPLOYER ? employers.get(found.organization()) : null;
        double bits =
                share == null
                        ? level.bits()
                        : Bits.log2(level.m() / Math.min(1, share * COLLEAGUES));
        return new Reason(level.words(), bits);
    }

    /** What follows from a weight in bits. */
    public Verdict verdict(double bits) {
        return bits >= same
                ? Verdict.SAME
                : bits >= doubtful ? Verdict.DOUBTFUL : Verdict.DIFFERENT;
    }

    /** A small text from which {@link #fromJson} makes an equal model. */
    public String toJson() {
        return ModelFormat.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static IdentityModel fromJson(String json) {
        return ModelFormat.read(json);
    }

    /**
     * Learns from a sample of references and from pairs of them that share a blocking key.
     *
     * @param sample references, taken at random
     * @param candidates pairs of references that share a blocking key
     * @return this model with what was learned, under the given version
     */
    public IdentityModel estimate(
            List<Reference> sample, List<Candidate> candidates, long nextVersion) {
        return ModelEstimation.of(this, sample, candidates, nextVersion);
    }

    /** Two references that share a blocking key. */
    public record Candidate(Reference one, Reference other) {}
}
