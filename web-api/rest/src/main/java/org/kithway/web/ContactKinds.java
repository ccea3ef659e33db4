package org.kithway.web;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.name.JobFunction;
import org.kithway.identity.name.Seniority;
import org.kithway.identity.name.Title;
import org.kithway.model.PersonId;
import org.kithway.quality.Brokerage;
import org.kithway.quality.Circle;
import org.kithway.quality.Diversity;
import org.kithway.search.PersonDocument;
import org.kithway.web.QualityWords.Quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of what kinds contacts are, as far as documents tell: diversity and brokerage. Of many contacts a
 * sample is looked at, always the same one.
 */
final class ContactKinds {
    /** So many documents are fetched at most. */
    static final int SAMPLE = 2_000;

    private final Circle circle;
    private final Map<PersonId, PersonDocument> people;

    /**
     * @param people documents of the contacts, of those in the middle, and perhaps of others
     */
    ContactKinds(Circle circle, Map<PersonId, PersonDocument> people) {
        this.circle = circle;
        this.people = people;
    }

    /** Whose documents are to be fetched for the circle. */
    static Set<PersonId> looked(Circle circle) {
        List<PersonId> contacts =
                new ArrayList<>(circle.contacts().stream().map(Circle.Contact::person).toList());
        Random random = new Random(1);
        int some = Math.min(SAMPLE, contacts.size());
        Set<PersonId> looked = new TreeSet<>();
        for (int i = 0; i < some; i++) {
            int other = i + random.nextInt(contacts.size() - i);
            looked.add(contacts.get(other));
            contacts.set(other, contacts.get(i));
        }
        circle.usages().stream().limit(SAMPLE).forEach(usage -> looked.add(usage.person()));
        return looked;
    }

    void add(List<Quality> qualities) {
        Map<String, Integer> industries = new TreeMap<>();
        Map<String, Integer> places = new TreeMap<>();
        Map<String, Integer> organizations = new TreeMap<>();
        Map<JobFunction, Integer> functions = new TreeMap<>();
        Map<Seniority, Integer> seniorities = new TreeMap<>();
        int[] told = new int[5];
        for (Circle.Contact contact : circle.contacts()) {
            PersonDocument person = people.get(contact.person());
            if (person != null) {
                told[0] += count(industries, person.industries());
                told[1] += count(places, person.places());
                told[2] += count(organizations, organization(person));
                @Nullable String title = person.title();
                if (title != null) {
                    Title read = Title.of(title);
                    told[3] += read.functions().isEmpty() ? 0 : 1;
                    read.functions().forEach(each -> functions.merge(each, 1, Integer::sum));
                    if (read.seniority() != Seniority.UNKNOWN) {
                        told[4]++;
                        seniorities.merge(read.seniority(), 1, Integer::sum);
                    }
                }
            }
        }
        add(qualities, "industry", industries, told[0]);
        add(qualities, "place", places, told[1]);
        add(qualities, "organization", organizations, told[2]);
        add(qualities, "function", functions, told[3]);
        add(qualities, "seniority", seniorities, told[4]);
        addBrokerage(qualities);
    }

    private static void add(List<Quality> qualities, String of, Map<?, Integer> counts, int told) {
        if (told > 0) {
            qualities.add(PositionWords.diversity(of, Diversity.of(counts.values()), told));
        }
    }

    private static int count(Map<String, Integer> counts, List<String> values) {
        values.stream().distinct().forEach(value -> counts.merge(plain(value), 1, Integer::sum));
        return values.isEmpty() ? 0 : 1;
    }

    private static List<String> organization(PersonDocument person) {
        @Nullable String organization = person.organization();
        return organization == null ? List.of() : List.of(organization);
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** By present organizations; several people in the middle stand for the first one's. */
    private void addBrokerage(List<Quality> qualities) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] groups = new int[circle.contacts().size() + 1];
        Arrays.fill(groups, Brokerage.NO_GROUP);
        int grouped = 0;
        for (int i = 0; i < circle.contacts().size(); i++) {
            groups[i + 1] = group(circle.contacts().get(i).person(), numbers);
            grouped += groups[i + 1] == Brokerage.NO_GROUP ? 0 : 1;
        }
        if (!circle.usages().isEmpty()) {
            int own = group(circle.usages().getFirst().person(), numbers);
            // Of an organization that nobody else is known to belong to, if it is not told.
            groups[0] = own == Brokerage.NO_GROUP ? numbers.size() : own;
        }
        PositionWords.add(qualities, Brokerage.of(circle.network(), 0, groups), grouped);
    }

    private int group(PersonId id, Map<String, Integer> numbers) {
        PersonDocument person = people.get(id);
        if (person == null || organization(person).isEmpty()) {
            return Brokerage.NO_GROUP;
        }
        return numbers.computeIfAbsent(
                plain(organization(person).getFirst()), each -> numbers.size());
    }
}
