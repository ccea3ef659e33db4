package org.kithway.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a person's facts say of the person together. Equal facts give equal profiles, in whatever
 * order they come; lists are sorted and without repetition.
 *
 * @param names the name that most facts give first (of equals the longest, then the first in
 *     order), then the others
 * @param headline the own headline; else the present position in words, else null
 * @param organization of the present position, or null
 * @param title of the present position, or null
 */
public record Profile(
        List<String> names,
        @Nullable String headline,
        @Nullable String organization,
        @Nullable String title,
        List<String> organizations,
        List<String> titles,
        List<String> skills,
        List<String> places,
        List<String> industries,
        List<String> schools,
        List<String> languages,
        List<String> interests) {

    /**
     * Puts the facts together; O(n log n). Facts about two accounts say nothing here and may be
     * among them.
     *
     * @param facts the person's facts, each once
     */
    public static Profile of(Collection<Fact> facts) {
        List<Fact.Position> positions = all(facts, Fact.Position.class).toList();
        Fact.@Nullable Position present =
                positions.stream().max(PRESENT).filter(p -> p.to() == null).orElse(null);
        String organization = present == null ? null : present.organization();
        String title = present == null ? null : present.title();
        String headline =
                described(facts, Fact.Trait.HEADLINE).stream()
                        .findFirst()
                        .orElse(inWords(title, organization));
        return new Profile(
                described(facts, Fact.Trait.NAME),
                headline,
                organization,
                title,
                sorted(positions.stream().map(Fact.Position::organization)),
                sorted(positions.stream().map(Fact.Position::title)),
                sorted(all(facts, Fact.Skill.class).map(Fact.Skill::skill)),
                sorted(
                        Stream.concat(
                                described(facts, Fact.Trait.PLACE).stream(),
                                positions.stream().map(Fact.Position::place))),
                sorted(described(facts, Fact.Trait.INDUSTRY).stream()),
                sorted(all(facts, Fact.Education.class).map(Fact.Education::school)),
                sorted(described(facts, Fact.Trait.LANGUAGE).stream()),
                sorted(all(facts, Fact.Interest.class).map(Fact.Interest::name)));
    }

    /** {@code title at organization}, or what there is of it, or null. */
    public static @Nullable String inWords(@Nullable String title, @Nullable String organization) {
        if (title == null) {
            return organization;
        }
        return organization == null ? title : title + " at " + organization;
    }

    /**
     * Open positions before ended ones, later ones before earlier ones, then by their words so that
     * the choice is always the same.
     */
    private static final Comparator<Fact.Position> PRESENT =
            Comparator.comparing((Fact.Position p) -> p.to() == null)
                    .thenComparing(p -> latest(p.asOf(), p.from()))
                    .thenComparing(Fact.Position::toString);

    private static LocalDate latest(@Nullable PartialDate... dates) {
        return Stream.of(dates)
                .filter(Objects::nonNull)
                .map(PartialDate::earliest)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private static List<String> described(Collection<Fact> facts, Fact.Trait trait) {
        Map<String, Integer> votes = new TreeMap<>();
        all(facts, Fact.Described.class)
                .filter(d -> d.trait() == trait)
                .forEach(d -> votes.merge(d.text(), 1, Integer::sum));
        return votes.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(e -> e.getKey().length())
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> sorted(Stream<? extends @Nullable String> texts) {
        return texts.<String>flatMap(Stream::ofNullable).distinct().sorted().toList();
    }

    private static <F extends Fact> Stream<F> all(Collection<Fact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
