package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.PersonName;
import org.kithway.identity.name.Title;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What is known of an account, or of accounts that strong identifiers join, that tells whose they
 * are. Equal facts give equal references, in whatever order they come.
 *
 * @param accounts one or more
 * @param names as read, each once
 * @param handles what people choose as the name of an account or mailbox, in lower case
 */
public record Reference(
        SortedSet<AccountId> accounts,
        List<PersonName> names,
        List<String> handles,
        List<Employment> employments,
        List<Schooling> schools,
        List<String> places,
        Contacts contacts) {
    /** How many of each kind count; of more the first in order do. */
    private static final int MOST = 12;

    /**
     * Puts the facts together; O(n log n).
     *
     * @param facts those about the accounts; others may be among them and say nothing here
     */
    public static Reference of(
            Collection<AccountId> accounts, Collection<Fact> facts, Contacts contacts) {
        SortedSet<AccountId> all = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        SortedSet<String> names = new TreeSet<>();
        SortedSet<String> places = new TreeSet<>();
        List<Employment> employments = new ArrayList<>();
        List<Schooling> schools = new ArrayList<>();
        for (Fact fact : facts) {
            if (!all.contains(fact.subject())) {
                continue;
            }
            if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.NAME) {
                names.add(d.text());
            } else if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.PLACE) {
                places.add(d.text());
            } else if (fact instanceof Fact.Position position) {
                employments.add(employment(position));
                if (position.place() != null) {
                    places.add(position.place());
                }
            } else if (fact instanceof Fact.Education e) {
                schools.add(
                        new Schooling(
                                OrganizationName.of(e.school()), year(e.from()), year(e.to())));
            }
        }
        return new Reference(
                all,
                first(names.stream().map(PersonName::of).filter(name -> !name.isEmpty()).toList()),
                first(Handles.of(all)),
                first(sorted(employments, Employment::toString)),
                first(sorted(schools, Schooling::toString)),
                first(List.copyOf(places)),
                contacts);
    }

    /** Whether nothing but names, which identify nobody, stands behind it. */
    public boolean isNameOnly() {
        return accounts.stream().allMatch(AccountId::isName);
    }

    private static Employment employment(Fact.Position position) {
        boolean present = position.asOf() != null && position.from() == null;
        int from = present ? year(position.asOf()) : year(position.from());
        int to =
                position.to() != null
                        ? year(position.to())
                        : present ? from : from == 0 ? 0 : Employment.PRESENT;
        String title = position.title();
        return new Employment(
                position.organization() == null
                        ? null
                        : OrganizationName.of(position.organization()),
                title,
                title == null ? null : Title.of(title),
                from,
                to);
    }

    private static int year(@Nullable PartialDate date) {
        return date == null ? 0 : date.year();
    }

    private static <T> List<T> sorted(List<T> values, Function<T, String> order) {
        return values.stream().distinct().sorted(Comparator.comparing(order)).toList();
    }

    private static <T> List<T> first(List<T> values) {
        return List.copyOf(values.subList(0, Math.min(MOST, values.size())));
    }
}
