package org.kithway.ingestion.kafka.derive;

import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.kithway.identity.IdentityModel;
import org.kithway.model.AccountId;
import org.kithway.registry.Decision;
import org.kithway.registry.DecisionFormat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What members say of who is one person, and by which model the rest is judged. Of two verdicts
 * that disagree about a pair, a member's own view follows the member's own, and else the later one
 * holds.
 */
final class Rulings {
    private static final String MODEL = "identityModel";

    // id -> number, decision
    private final MVMap<String, String> verdicts;
    private final MVMap<String, String> settings;
    private final Dictionary dictionary;
    // Replaced as a whole, never changed: others read while the deriver goes on.
    private volatile Map<Integer, List<Ruling>> byAccount = Map.of();
    private volatile IdentityModel model = IdentityModel.PRIOR;

    Rulings(MVMap<String, String> verdicts, MVMap<String, String> settings, Dictionary dictionary) {
        this.verdicts = verdicts;
        this.settings = settings;
        this.dictionary = dictionary;
        refresh();
        String adopted = settings.get(MODEL);
        if (adopted != null) {
            model = IdentityModel.fromJson(adopted);
        }
    }

    /**
     * A verdict with the accounts' numbers.
     *
     * @param others those from whom the accounts are told apart; none if they are one person's
     */
    record Ruling(
            long sequence,
            int layer,
            Decision.Verdict verdict,
            SortedSet<Integer> accounts,
            SortedSet<Integer> others) {
        boolean isSame() {
            return others.isEmpty();
        }

        boolean speaksOf(int one, int other) {
            return isSame()
                    ? accounts.contains(one) && accounts.contains(other)
                    : (accounts.contains(one) && others.contains(other))
                            || (accounts.contains(other) && others.contains(one));
        }

        private boolean counts(int viewed) {
            return layer == Dictionary.ORGANIZATION || layer == viewed;
        }
    }

    /** By which accounts are compared. */
    IdentityModel model() {
        return model;
    }

    /**
     * Takes a verdict in, or its withdrawal.
     *
     * @return the verdict that came or went; null if none did
     */
    @Nullable Ruling apply(long sequence, Decision.OfIdentity decision) {
        return switch (decision) {
            case Decision.Verdict verdict -> {
                verdicts.put(verdict.id(), sequence + " " + DecisionFormat.write(verdict));
                refresh();
                yield find(verdict.id());
            }
            case Decision.VerdictWithdrawn withdrawn -> {
                Ruling gone = find(withdrawn.verdict());
                verdicts.remove(withdrawn.verdict());
                refresh();
                yield gone;
            }
            case Decision.ModelAdopted adopted -> {
                settings.put(MODEL, adopted.model());
                model = IdentityModel.fromJson(adopted.model());
                yield null;
            }
        };
    }

    private void refresh() {
        Map<Integer, List<Ruling>> all = new HashMap<>();
        verdicts.forEach((id, text) -> {
            Ruling ruling = read(text);
            for (int account : ruling.accounts()) {
                all.computeIfAbsent(account, key -> new ArrayList<>()).add(ruling);
            }
            for (int account : ruling.others()) {
                all.computeIfAbsent(account, key -> new ArrayList<>()).add(ruling);
            }
        });
        byAccount = all;
    }

    private @Nullable Ruling find(String id) {
        String text = verdicts.get(id);
        return text == null ? null : read(text);
    }

    private Ruling read(String text) {
        int space = text.indexOf(' ');
        long sequence = Long.parseLong(text.substring(0, space));
        return switch (DecisionFormat.read(text.substring(space + 1))) {
            case Decision.SamePerson same ->
                    new Ruling(
                            sequence,
                            dictionary.number(same.layer()),
                            same,
                            numbers(same.accounts()),
                            new TreeSet<>());
            case Decision.DifferentPeople different ->
                    new Ruling(
                            sequence,
                            dictionary.number(different.layer()),
                            different,
                            numbers(different.accounts()),
                            numbers(different.others()));
            case Decision other -> throw new IllegalStateException("no verdict: " + other);
        };
    }

    private SortedSet<Integer> numbers(Set<AccountId> accounts) {
        SortedSet<Integer> numbers = new TreeSet<>();
        accounts.forEach(account -> numbers.add(dictionary.number(account.toString())));
        return numbers;
    }

    /** Whether a verdict that concerns exactly this layer speaks of the account. */
    boolean isOf(int layer, int account) {
        return byAccount.getOrDefault(account, List.of()).stream()
                .anyMatch(ruling -> ruling.layer() == layer);
    }

    /** Whether there are no verdicts. */
    boolean isEmpty() {
        return byAccount.isEmpty();
    }

    /** The members' layers of which verdicts speak of the account. */
    SortedSet<Integer> members(int account) {
        SortedSet<Integer> layers = new TreeSet<>();
        for (Ruling ruling : byAccount.getOrDefault(account, List.of())) {
            if (ruling.layer() != Dictionary.ORGANIZATION) {
                layers.add(ruling.layer());
            }
        }
        return layers;
    }

    boolean speaksOf(int account) {
        return byAccount.containsKey(account);
    }

    /** The verdict that holds of the pair in the view of a layer, or null. */
    @Nullable Ruling of(int layer, int one, int other) {
        return byAccount.getOrDefault(one, List.of()).stream()
                .filter(ruling -> ruling.counts(layer) && ruling.speaksOf(one, other))
                .max(
                        Comparator.comparing((Ruling r) -> r.layer() != Dictionary.ORGANIZATION)
                                .thenComparingLong(Ruling::sequence))
                .orElse(null);
    }

    /** The accounts that are said to be the same person's as this one. */
    SortedSet<Integer> same(int layer, int account) {
        return partners(layer, account, true);
    }

    /** The accounts that are said to be other people's than this one. */
    SortedSet<Integer> different(int layer, int account) {
        return partners(layer, account, false);
    }

    private SortedSet<Integer> partners(int layer, int account, boolean same) {
        SortedSet<Integer> partners = new TreeSet<>();
        for (Ruling ruling : byAccount.getOrDefault(account, List.of())) {
            if (ruling.counts(layer) && ruling.isSame() == same) {
                Set<Integer> named =
                        same || !ruling.accounts().contains(account)
                                ? ruling.accounts()
                                : ruling.others();
                for (int other : named) {
                    if (other != account && ruling.equals(of(layer, account, other))) {
                        partners.add(other);
                    }
                }
            }
        }
        return partners;
    }

    /** Whether two of the accounts are said to be different people's. */
    boolean divide(int layer, Set<Integer> accounts) {
        for (int account : accounts) {
            if (byAccount.containsKey(account)
                    && different(layer, account).stream().anyMatch(accounts::contains)) {
                return true;
            }
        }
        return false;
    }
}
