package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.List;

/**
 * How a field of two records is compared.
 *
 * @param name of the field
 * @param levels at most 14, the best first, the last of which is that nothing agrees; the m of all
 *     levels add up to about 1, and so do the u
 */
public record Comparison(String name, List<Level> levels) {
    /** In the place of a level where a record says nothing: no evidence either way. */
    public static final int MISSING = -1;

    private static final int MOST = 14;

    public Comparison {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || levels.size() > MOST) {
            throw new IllegalArgumentException("a comparison has 1 to 14 levels");
        }
    }

    /** Agrees or does not: the weights are log2(m / u) and log2((1 - m) / (1 - u)). */
    public static Comparison exact(String name, double m, double u) {
        return new Comparison(
                name,
                List.of(
                        new Level("same " + name, m, u),
                        new Level("different " + name, 1 - m, 1 - u)));
    }

    /** The weight of a level; 0 if it is {@link #MISSING}. */
    public double bits(int level) {
        return level == MISSING ? 0 : levels.get(level).bits();
    }

    /** The same levels with other probabilities. */
    Comparison with(double[] m, double[] u) {
        List<Level> changed = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            changed.add(new Level(levels.get(i).words(), m[i], u[i]));
        }
        return new Comparison(name, changed);
    }
}
