package org.kithway.registry;

import org.kithway.model.Place;

/**
 * A record that was rejected.
 *
 * @param place with record 0, the file as a whole
 * @param reason what is wrong and how to mend it
 */
public record Outcome(Place place, String reason) {}
