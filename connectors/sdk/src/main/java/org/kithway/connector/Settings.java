package org.kithway.connector;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checked values for a connector's settings. */
public final class Settings {
    private final Map<Setting<?>, Object> values;

    private Settings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /**
     * Checks the texts against what is known.
     *
     * @throws IllegalArgumentException naming every unknown, missing and unreadable setting at
     *     once, without its value
     */
    public static Settings check(List<Setting<?>> known, Map<String, String> texts) {
        List<String> faults = new ArrayList<>();
        Map<Setting<?>, Object> values = new HashMap<>();
        Map<String, String> left = new HashMap<>(texts);
        for (Setting<?> setting : known) {
            String text = left.remove(setting.name());
            if (text == null) {
                text = setting.fallback();
            }
            if (text == null) {
                faults.add(setting.name() + " is not set");
                continue;
            }
            try {
                values.put(setting, setting.parser().apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                faults.add(setting.name() + " is not valid: " + setting.description());
            }
        }
        left.keySet().stream().sorted().forEach(name -> faults.add("unknown setting " + name));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new Settings(values);
    }

    /** The value of a setting that was among the known ones. */
    @SuppressWarnings("unchecked") // check() put the parser's own result there
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("no such setting: " + setting.name());
        }
        return (T) value;
    }
}
