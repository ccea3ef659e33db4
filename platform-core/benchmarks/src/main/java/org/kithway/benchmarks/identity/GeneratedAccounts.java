package org.kithway.benchmarks.identity;

import org.kithway.identity.Contacts;
import org.kithway.identity.Reference;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Site;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Accounts of invented people: every person has one at a site for work, every other person a second
 * one elsewhere, in which the name may be misspelt, shortened to an initial or turned about, and
 * some of the rest is missing. Names are put together from syllables; some are a thousand times as
 * frequent as others.
 */
public final class GeneratedAccounts {
    private static final Site WORK = new Site("linkedin");
    private static final Site ELSEWHERE = new Site("mastodon");
    private static final String[] STARTS = {
        "Al", "Bri", "Cas", "Dor", "El", "Fen", "Gil", "Hes", "Jas", "Kel", "Lor", "Mir", "Nev",
        "Per", "Quil", "Ros", "Sel", "Tav", "Ver", "Wil", "Yar", "Zel"
    };
    private static final String[] MIDDLES = {
        "an", "be", "cor", "da", "el", "fi", "gor", "ha", "il", "ko", "la", "mo", "ne", "or", "pa",
        "ri", "sa", "to", "un", "va"
    };
    private static final String[] ENDS = {
        "dor", "win", "bel", "mar", "ne", "tiv", "sen", "van", "lin", "ric", "rath", "ka", "nio",
        "stel", "rin", "the"
    };

    private final List<Reference> references = new ArrayList<>();
    private final List<Integer> people = new ArrayList<>();
    private final long seed;

    /**
     * @param first number of the first person
     */
    public GeneratedAccounts(int accounts, int first, long seed) {
        this.seed = seed;
        for (int person = first; references.size() < accounts; person++) {
            add(person, accounts);
        }
    }

    public List<Reference> references() {
        return references;
    }

    /** By account, whose it is. */
    public List<Integer> people() {
        return people;
    }

    private void add(int person, int accounts) {
        Random random = new Random(seed * 1_000_003 + person);
        String given = word(skewed(random, 3000), 1);
        String family = word(skewed(random, 120_000), 2);
        String employer = word(skewed(random, 40_000), 3) + " GmbH";
        String town = word(skewed(random, 2000), 4);
        int from = 1995 + random.nextInt(25);
        AccountId work = AccountId.of(WORK, "p" + person);
        add(
                person,
                work,
                List.of(
                        new Fact.Described(work, Fact.Trait.NAME, given + " " + family),
                        new Fact.Described(work, Fact.Trait.PLACE, town),
                        position(work, employer, from)));
        if (random.nextBoolean() && references.size() < accounts) {
            AccountId other = AccountId.of(ELSEWHERE, "q" + person);
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact.Described(other, Fact.Trait.NAME, written(given, family, random)));
            if (random.nextInt(10) < 7) {
                facts.add(position(other, employer, from));
            }
            if (random.nextInt(10) < 6) {
                facts.add(new Fact.Described(other, Fact.Trait.PLACE, town));
            }
            add(person, other, facts);
        }
    }

    private void add(int person, AccountId account, List<Fact> facts) {
        references.add(Reference.of(List.of(account), facts, Contacts.NONE));
        people.add(person);
    }

    private static Fact position(AccountId account, String employer, int from) {
        return new Fact.Position(
                account, employer, null, null, null, PartialDate.of(from), null, null);
    }

    private static String written(String given, String family, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> given + " " + family.substring(0, 2) + family.substring(3);
            case 1 -> given.charAt(0) + ". " + family;
            case 2 -> family + ", " + given;
            default -> given + " " + family;
        };
    }

    /** Small numbers far more often than great ones. */
    private static int skewed(Random random, int most) {
        return (int) (most * Math.pow(random.nextDouble(), 3));
    }

    private static String word(int number, int kind) {
        long mixed = (number * 31L + kind) * 0x9E3779B97F4A7C15L >>> 8;
        String start = STARTS[(int) (mixed % STARTS.length)];
        String middle = MIDDLES[(int) (mixed / 32 % MIDDLES.length)];
        String more = MIDDLES[(int) (mixed / 1024 % MIDDLES.length)];
        String end = ENDS[(int) (mixed / 32_768 % ENDS.length)];
        return kind == 1 ? start + end : start + middle + (kind == 4 ? "" : more) + end;
    }
}
