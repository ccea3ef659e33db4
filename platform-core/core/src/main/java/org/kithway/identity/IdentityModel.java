package org.kithway.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what accounts are told to be one person's: a frozen, versioned value. Who is one person
 * depends on it, on the facts and on members' decisions, and on nothing else.
 *
 * @param version grows with each estimation; the shipped one is 0
 * @param population among how many people those of one name are sought
 * @param same weight in bits from which two are one person
 * @param doubtful weight in bits from which two are for review
 */
public record IdentityModel(long version, double population, double same, double doubtful) {
    /** What is shipped, for those who have no data of their own yet. */
    public static final IdentityModel PRIOR = new IdentityModel(0, 100_000, 6.6, 0);

    /**
     * Texts of which two references of one person mostly share one. The caller drops those that
     * more than a cap of references share.
     */
    public Set<String> blockingKeys(Reference reference) {
        Set<String> keys = new TreeSet<>();
        reference.names().forEach(name -> keys.addAll(name.blockingKeys()));
        return keys;
    }

    /** Weighs what speaks for the two being one person; symmetric. */
    public Judgement compare(Reference one, Reference other) {
        List<Reason> reasons = new ArrayList<>();
        double prior = -Math.log(population) / Math.log(2);
        Judgement judgement = new Judgement(prior, reasons, Verdict.DIFFERENT);
        return new Judgement(prior, reasons, verdict(judgement.bits()));
    }

    /** What follows from a weight in bits. */
    public Verdict verdict(double bits) {
        return bits >= same
                ? Verdict.SAME
                : bits >= doubtful ? Verdict.DOUBTFUL : Verdict.DIFFERENT;
    }

    /** A small text from which {@link #fromJson} makes an equal model. */
    public String toJson() {
        return "{\"version\":"
                + version
                + ",\"population\":"
                + population
                + ",\"same\":"
                + same
                + ",\"doubtful\":"
                + doubtful
                + "}";
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static IdentityModel fromJson(String json) {
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile(
                                "\\{\"version\":(.*),\"population\":(.*),\"same\":(.*),\"doubtful\":(.*)}")
                        .matcher(json);
        if (!m.matches()) {
            throw new IllegalArgumentException("no identity model");
        }
        return new IdentityModel(
                Long.parseLong(m.group(1)),
                Double.parseDouble(m.group(2)),
                Double.parseDouble(m.group(3)),
                Double.parseDouble(m.group(4)));
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
        return new IdentityModel(nextVersion, population, same, doubtful);
    }

    /** Two references that share a blocking key. */
    public record Candidate(Reference one, Reference other) {}
}
