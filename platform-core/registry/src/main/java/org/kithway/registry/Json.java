package org.kithway.registry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.TreeMap;

/** JSON in columns. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String write(Map<String, String> strings) {
        ObjectNode object = MAPPER.createObjectNode();
        new TreeMap<>(strings).forEach(object::put);
        return object.toString();
    }

    static Map<String, String> read(String json) {
        Map<String, String> strings = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : MAPPER.readTree(json).properties()) {
            strings.put(entry.getKey(), entry.getValue().stringValue());
        }
        return strings;
    }
}
