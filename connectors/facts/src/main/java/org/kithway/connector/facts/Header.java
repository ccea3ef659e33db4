package org.kithway.connector.facts;

import org.jspecify.annotations.Nullable;
import org.kithway.model.FactFields;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the first line may say of its file.
 *
 * @param source the system that wrote it; a later file of the same source takes the place of an
 *     earlier one
 */
record Header(@Nullable String source, @Nullable Instant exportedAt) {
    static final String KEY = "export";
    static final Header NONE = new Header(null, null);

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Set<String> NAMES = Set.of("source", "exportedAt");

    /**
     * @param line an object with the field {@link #KEY}
     * @throws IllegalArgumentException naming the field that is wrong, without its value
     */
    static Header of(Map<String, Object> line) {
        if (line.size() != 1 || !(line.get(KEY) instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException(
                    "a header holds the field 'export' alone, which is an object");
        }
        if (!NAMES.containsAll(fields.keySet())) {
            throw new IllegalArgumentException(
                    "a header has the fields source and exportedAt only");
        }
        Object source = fields.get("source");
        if (source != null && !(source instanceof String text && SOURCE.matcher(text).matches())) {
            throw new IllegalArgumentException("field 'source' is not 1 to 64 of a-z 0-9 . _ -");
        }
        Object time = fields.get("exportedAt");
        if (time != null && !(time instanceof String)) {
            throw new IllegalArgumentException(
                    "field 'exportedAt' is not a time such as 2024-06-18T11:59:53Z");
        }
        return new Header(
                (String) source,
                time == null ? null : FactFields.time("exportedAt", (String) time));
    }
}
