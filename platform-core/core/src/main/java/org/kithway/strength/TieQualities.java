package org.kithway.strength;

import org.kithway.statistics.Estimate;

/**
 * What can be said of a tie, each with the range in which it lies with a chance of 80 %.
 *
 * @param known whether the two know each other as far as anybody said: it was confirmed, or
 *     something went both ways, or the one who asks says so. What went one way alone leaves open
 *     whether anything would ever come back; strength then is the little that is to be expected,
 *     with a wide range.
 * @param strength how likely it is that this contact answers the one who asks, if the tie exists
 * @param validity how likely it is that the tie exists
 */
public record TieQualities(boolean known, Estimate strength, Estimate validity) {

    /** The chance that asking leads on: strength times validity. */
    public Estimate chance() {
        return strength.times(validity);
    }

    /**
     * The chance that asking leads on for a purpose.
     *
     * @param willing how willing the contact is to help with it, and how free, 0 to 1
     */
    public Estimate actionability(Estimate willing) {
        return chance().times(willing);
    }
}
