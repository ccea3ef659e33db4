package org.kithway.registry;

import org.kithway.model.Place;

/**
 * A record that was rejected.
 *
 * @param place with record 0, the file as a whole
 * @param reason what is wrong and how to mend it
 * @param endsFile whether nothing of the file could be read from there on
 */
public record Outcome(Place place, String reason, boolean endsFile) {
    public Outcome(Place place, String reason) {
        this(place, reason, false);
    }
}
