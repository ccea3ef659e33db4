package org.kithway.demo;

import java.util.List;

/**
 * A line of work.
 *
 * @param weight how common it is among the town's people, relative to the others
 * @param titles from apprentice to master, three of them
 * @param skills the first is the trade's own name
 * @param firms what firms of this trade are called
 * @param lessons sentences that somebody of this trade publishes
 * @param praise what others write of somebody good at it; stands after the person's name
 */
record Trade(
        int weight,
        List<String> titles,
        List<String> skills,
        List<String> firms,
        List<String> lessons,
        List<String> praise) {
    String name() {
        return skills.getFirst();
    }
}
