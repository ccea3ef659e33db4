package org.kithway.web;

import org.kithway.asking.RefusalMemory;
import org.kithway.model.OrganizationId;
import org.kithway.model.PersonId;
import org.kithway.registry.Asks;
import org.kithway.registry.Principal;
import org.kithway.registry.Purpose;
import org.kithway.registry.Registry;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How willing people are to help with something now, from what they let be known, what came of
 * asking them, and how often they are asked this week. The viewer's own members of the organization
 * are asked as others are.
 */
final class AskingWillingness {
    private final Asks asks;
    private final Clock clock;

    AskingWillingness(Registry registry, Clock clock) {
        this.asks = registry.asks();
        this.clock = clock;
    }

    /**
     * By person: the posterior mean of accepting, times the share of the week's asks that is left;
     * 0 for who never helps. Relative to somebody of whom nothing is known, at most 1, because tie
     * strength tells already how people answer in general.
     */
    Map<PersonId, Double> of(Principal viewer, Purpose purpose) {
        OrganizationId organization = viewer.organization();
        Instant now = clock.instant();
        Map<PersonId, RefusalMemory.Record> records = asks.records(organization, purpose, now);
        Map<PersonId, Integer> loads = asks.loads(organization, now);
        Map<PersonId, Asks.Preference> preferences = asks.preferences(organization);
        RefusalMemory everybody = RefusalMemory.ofAll(records.values());
        Set<PersonId> people = new TreeSet<>(records.keySet());
        people.addAll(loads.keySet());
        people.addAll(preferences.keySet());
        Map<PersonId, Double> willing = new TreeMap<>();
        for (PersonId person : people) {
            Asks.Preference preference = preferences.getOrDefault(person, Asks.Preference.NONE);
            RefusalMemory.Record record = records.get(person);
            double memory = record == null ? everybody.mean() : everybody.after(record).mean();
            int left = preference.weekly() - loads.getOrDefault(person, 0);
            willing.put(
                    person,
                    preference.neverFor().contains(purpose) || left <= 0
                            ? 0
                            : Math.min(1, memory / everybody.mean()) * left / preference.weekly());
        }
        return willing;
    }
}
