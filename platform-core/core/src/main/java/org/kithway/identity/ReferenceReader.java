package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.OrganizationName;
import org.kithway.identity.name.PersonName;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Puts references together, and remembers the texts that it understood: the same employers, titles
 * and names come again and again, and reading one takes longer than comparing it. For one thread.
 */
public final class ReferenceReader {
    /** How many of each kind count; of more the first in order do. */
    private static final int MOST = 12;

    private final Memory<OrganizationName> organizations = new Memory<>(OrganizationName::of);
    private final Memory<Employment.Role> roles = new Memory<>(Employment.Role::of);
    private final Memory<PersonName> names = new Memory<>(PersonName::of);
    private final Memory<String> towns = new Memory<>(EvidenceLevels::town);

    /** What texts were read as. */
    private record Memory<T>(Function<String, T> read, Map<String, T> known) {
        private static final int TEXTS = 10_000;

        Memory(Function<String, T> read) {
            this(read, new HashMap<>());
        }

        T of(String text) {
            if (known.size() >= TEXTS) {
                known.clear();
            }
            return known.computeIfAbsent(text, read);
        }
    }

    /**
     * What the facts tell of who has the accounts, but for contacts; O(n log n).
     *
     * @param facts those about the accounts; others may be among them and say nothing here
     */
    public Reference read(Collection<AccountId> accounts, Collection<Fact> facts) {
        SortedSet<AccountId> all = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        SortedSet<String> named = new TreeSet<>();
        SortedSet<String> places = new TreeSet<>();
        List<Employment> employments = new ArrayList<>();
        List<Schooling> schools = new ArrayList<>();
        for (Fact fact : facts) {
            if (!all.contains(fact.subject())) {
                continue;
            }
            if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.NAME) {
                named.add(d.text());
            } else if (fact instanceof Fact.Described d && d.trait() == Fact.Trait.PLACE) {
                places.add(d.text());
            } else if (fact instanceof Fact.Position position) {
                employments.add(employment(position));
                if (position.place() != null) {
                    places.add(position.place());
                }
            } else if (fact instanceof Fact.Education e) {
                schools.add(
                        new Schooling(organizations.of(e.school()), year(e.from()), year(e.to())));
            }
        }
        return new Reference(
                all,
                first(named.stream().map(names::of).filter(name -> !name.isEmpty()).toList()),
                first(Handles.of(all)),
                first(sorted(employments, Employment::toString)),
                first(sorted(schools, Schooling::toString)),
                first(List.copyOf(places)).stream().map(towns::of).distinct().toList(),
                Contacts.NONE);
    }

    private Employment employment(Fact.Position position) {
        boolean present = position.asOf() != null && position.from() == null;
        int from = present ? year(position.asOf()) : year(position.from());
        int to =
                position.to() != null
                        ? year(position.to())
                        : present ? from : from == 0 ? 0 : Employment.PRESENT;
        return new Employment(
                position.organization() == null ? null : organizations.of(position.organization()),
                position.title() == null ? null : roles.of(position.title()),
                from,
                to);
    }

    private static int year(@Nullable PartialDate date) {
        return date == null ? 0 : date.year();
    }

    private static <T> List<T> sorted(List<T> values, Function<T, String> order) {
        return values.size() < 2
                ? values
                : values.stream().distinct().sorted(Comparator.comparing(order)).toList();
    }

    private static <T> List<T> first(List<T> values) {
        return List.copyOf(values.subList(0, Math.min(MOST, values.size())));
    }
}
