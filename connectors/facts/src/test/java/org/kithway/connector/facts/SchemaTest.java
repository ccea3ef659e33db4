package org.kithway.connector.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kithway.connector.ExportLimits;
import org.kithway.connector.Exports;
import org.kithway.connector.Reading;
import org.kithway.connector.Settings;
import org.kithway.model.FactFields;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The published schema says what the reader does. */
class SchemaTest {
    private static final Path SCHEMA =
            Path.of("src/main/resources/org/kithway/connector/facts/facts.schema.json");
    private static final Path EXAMPLE = Path.of("examples/every-kind.jsonl");

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    }

    private static boolean isValid(String line) throws IOException {
        return schema().validate(line, InputFormat.JSON).isEmpty();
    }

    private static boolean isRead(String line) {
        try {
            Map<String, Object> fields = JsonLine.read(line);
            if (fields.containsKey(Header.KEY)) {
                Header.of(fields);
            } else {
                FactFields.read(fields);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code -Dkithway.golden=write} writes it anew. */
    @Test
    void thePublishedSchemaIsTheModels() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        String expected =
                json.writerWithDefaultPrettyPrinter().writeValueAsString(PublishedSchema.ofModel())
                        + "\n";
        if ("write".equals(System.getProperty("kithway.golden"))) {
            Files.writeString(SCHEMA, expected);
        }
        assertThat(json.readTree(Files.readString(SCHEMA))).isEqualTo(json.readTree(expected));
    }

    @Test
    void theExampleHoldsEveryKindAndIsValidAndRead() throws IOException {
        Set<String> kinds = new HashSet<>();
        for (String line : Files.readAllLines(EXAMPLE)) {
            assertThat(schema().validate(line, InputFormat.JSON)).as(line).isEmpty();
            assertThat(isRead(line)).as(line).isTrue();
            kinds.add(line.substring(line.indexOf(':') + 2, line.indexOf('"', 10)));
        }
        assertThat(kinds).containsAll(FactFields.kinds());
    }

    @Test
    void theExampleIsReadWithoutARejection() throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (Exports.OpenExport export = Exports.open(EXAMPLE, ExportLimits.DEFAULT)) {
            FactsConnector connector = new FactsConnector();
            assertThat(connector.recognizes(export)).isTrue();
            try (var reader = connector.open(export, Settings.check(List.of(), Map.of()))) {
                for (Reading r = reader.read(); r != null; r = reader.read()) {
                    readings.add(r);
                }
            }
        }
        assertThat(readings)
                .hasSize(Files.readAllLines(EXAMPLE, StandardCharsets.UTF_8).size() - 1)
                .allMatch(Reading.Statement.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "{}",
                "{\"fact\":\"gossiped\",\"subject\":\"a:b\"}",
                "{\"fact\":7}",
                "{\"fact\":\"skill\"}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\"}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":\"\"}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":\"  \"}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":null}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":7}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":[\"x\"]}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":{\"x\":\"y\"}}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\",\"skill\":\"x\",\"level\":\"y\"}",
                "{\"fact\":\"skill\",\"subject\":\"b\",\"skill\":\"x\"}",
                "{\"fact\":\"skill\",\"subject\":\"A:b\",\"skill\":\"x\"}",
                "{\"fact\":\"skill\",\"subject\":\"a:\",\"skill\":\"x\"}",
                "{\"fact\":\"skill\",\"subject\":\"a: \",\"skill\":\"x\"}",
                "{\"fact\":\"skill\",\"subject\":\"a:b\\nc\",\"skill\":\"x\"}",
                "{\"fact\":\"described\",\"subject\":\"a:b\",\"trait\":\"NAME\",\"text\":\"x\"}",
                "{\"fact\":\"described\",\"subject\":\"a:b\",\"trait\":\"age\",\"text\":\"7\"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\",\"title\":\" \"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\",\"title\":\"x\",\"from\":\"2024-1\"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\",\"title\":\"x\",\"from\":\"0000\"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\",\"title\":\"x\",\"from\":2024}",
                "{\"fact\":\"invited\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18\"}",
                "{\"fact\":\"invited\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53+02:00\"}",
                "{\"fact\":\"invited\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"0000-06-18T11:59:53Z\"}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":1}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":\"2\"}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":4294967298}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":99999999999999999999}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":2,\"ordinal\":-1}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53Z\",\"participants\":2,\"body\":\"hello\"}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"participants\":2}",
                "{\"export\":\"crm\"}",
                "{\"export\":{\"source\":\"A B\"}}",
                "{\"export\":{\"source\":7}}",
                "{\"export\":{\"exportedAt\":\"yesterday\"}}",
                "{\"export\":{\"owner\":\"a:b\"}}",
                "{\"export\":{},\"fact\":\"skill\"}"
            })
    void schemaAndReaderRefuseTheSame(String line) throws IOException {
        assertThat(isRead(line)).as("read").isFalse();
        assertThat(isValid(line)).as("valid").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"skill\":\"x\",\"subject\":\"a:b\",\"fact\":\"skill\"}",
                "{\"fact\":\"skill\",\"subject\":\"a~b: c ~\",\"skill\":\"\\ud83d\\ude00\"}",
                "{\"fact\":\"position\",\"subject\":\"a:b\",\"organization\":\"x\",\"title\":\"\"}",
                "{\"fact\":\"follows\",\"subject\":\"kithway:mem_1\",\"object\":\"a:c\"}",
                "{\"fact\":\"messaged\",\"subject\":\"a:b\",\"object\":\"a:c\",\"at\":\"2024-06-18T11:59:53.123456789Z\",\"participants\":2147483647}",
                "{\"export\":{}}"
            })
    void schemaAndReaderAcceptTheSame(String line) throws IOException {
        assertThat(isRead(line)).as("read").isTrue();
        assertThat(isValid(line)).as("valid").isTrue();
    }
}
