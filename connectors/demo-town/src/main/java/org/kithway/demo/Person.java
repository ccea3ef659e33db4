package org.kithway.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody in the town.
 *
 * @param id place in {@link Town#people()}
 * @param family as displayed on the site, at times with a degree behind it
 * @param slug the last part of the profile's address, decoded
 * @param showsEmail whether connections find the e-mail address in their archives
 * @param closed whether the account is closed: archives then show that somebody was there, but not
 *     who
 * @param positions jobs, newest first, then other offices
 * @param skills best first; what the person really knows
 */
public record Person(
        int id,
        String given,
        String family,
        String slug,
        String email,
        boolean showsEmail,
        boolean closed,
        String trade,
        String headline,
        String place,
        List<Position> positions,
        List<Schooling> schools,
        List<Skill> skills) {
    public Person {
        positions = List.copyOf(positions);
        schools = List.copyOf(schools);
        skills = List.copyOf(skills);
    }

    /** Given and family name, as the site shows them. */
    public String name() {
        return given + " " + family;
    }

    /** The job that the site shows on that day. */
    public Optional<Position> positionOn(LocalDate day) {
        return positions.stream().filter(position -> position.heldOn(day)).findFirst();
    }

    /** How well the person knows something, 0 when not at all. */
    public double level(String skill) {
        return skills.stream()
                .filter(known -> known.name().equals(skill))
                .mapToDouble(Skill::level)
                .findFirst()
                .orElse(0);
    }
}
