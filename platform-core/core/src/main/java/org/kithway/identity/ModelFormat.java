package org.kithway.identity;

import org.kithway.identity.match.Comparison;
import org.kithway.identity.match.Level;
import org.kithway.identity.name.NameFrequency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An {@link IdentityModel} as JSON:
 *
 * <pre>{@code
 * {"format": 1, "version": 3, "population": 81234.0, "prior": -16.3, "same": 6.6, "doubtful": 0.0,
 *  "levels": {"EMPLOYER": {"same employer": [0.2, 0.01], …}, …},
 *  "given": {"anna": 0.008, …}, "family": {…}, "rare": 2.0E-6, "employers": {…}}
 * }</pre>
 */
final class ModelFormat {
    private static final int FORMAT = 1;

    private ModelFormat() {}

    static String write(IdentityModel model) {
        StringBuilder levels = new StringBuilder();
        for (Comparison comparison : model.comparisons()) {
            levels.append(levels.isEmpty() ? "" : ",").append(quoted(comparison.name()));
            String separator = ":{";
            for (Level level : comparison.levels()) {
                levels.append(separator).append(quoted(level.words()));
                levels.append(":[").append(level.m()).append(',').append(level.u()).append(']');
                separator = ",";
            }
            levels.append('}');
        }
        return "{\"format\":"
                + FORMAT
                + ",\"version\":"
                + model.version()
                + ",\"population\":"
                + model.population()
                + ",\"prior\":"
                + model.prior()
                + ",\"same\":"
                + model.same()
                + ",\"doubtful\":"
                + model.doubtful()
                + ",\"levels\":{"
                + levels
                + "},\"given\":"
                + shares(model.names().given())
                + ",\"family\":"
                + shares(model.names().family())
                + ",\"rare\":"
                + model.names().rare()
                + ",\"employers\":"
                + shares(model.employers())
                + "}";
    }

    static IdentityModel read(String json) {
        Map<String, Object> object = new JsonReader(json).object();
        if (number(object, "format") != FORMAT) {
            throw new IllegalArgumentException("identity model is of another format than 1");
        }
        return new IdentityModel(
                (long) number(object, "version"),
                number(object, "population"),
                number(object, "prior"),
                number(object, "same"),
                number(object, "doubtful"),
                comparisons(inner(object, "levels")),
                new NameFrequency(
                        shares(inner(object, "given")),
                        shares(inner(object, "family")),
                        number(object, "rare")),
                shares(inner(object, "employers")));
    }

    private static List<Comparison> comparisons(Map<String, Object> fields) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Evidence kind : Evidence.values()) {
            Map<String, Object> given = inner(fields, kind.name());
            List<Level> levels = new ArrayList<>();
            for (Level level : kind.prior.levels()) {
                if (!(given.get(level.words()) instanceof List<?> pair)
                        || pair.size() != 2
                        || !(pair.get(0) instanceof Double m)
                        || !(pair.get(1) instanceof Double u)) {
                    throw new IllegalArgumentException(
                            "identity model lacks the level " + level.words());
                }
                levels.add(new Level(level.words(), m, u));
            }
            comparisons.add(new Comparison(kind.name(), levels));
        }
        return comparisons;
    }

    private static SortedMap<String, Double> shares(Map<String, Object> object) {
        SortedMap<String, Double> shares = new TreeMap<>();
        object.keySet().forEach(key -> shares.put(key, number(object, key)));
        return shares;
    }

    private static double number(Map<String, Object> object, String key) {
        if (object.get(key) instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("identity model lacks the number " + key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> object, String key) {
        if (object.get(key) instanceof Map<?, ?> inner) {
            return (Map<String, Object>) inner;
        }
        throw new IllegalArgumentException("identity model lacks " + key);
    }

    private static String shares(SortedMap<String, Double> shares) {
        StringBuilder text = new StringBuilder("{");
        shares.forEach((key, share) ->
                text.append(text.length() == 1 ? "" : ",")
                        .append(quoted(key))
                        .append(':')
                        .append(share));
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
