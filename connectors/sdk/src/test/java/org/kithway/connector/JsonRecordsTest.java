package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kithway.connector.JsonStream.Step;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class JsonRecordsTest {
    @Test
    void theElementsOfAListAreRecordsWithTheirNumbers() throws Exception {
        assertThat(read(JsonLayout.LIST, "[{'a':'x'},{'a':7},{'a':true,'b':null}]"))
                .containsExactly("1 {a=x}", "2 {a=7}", "3 {a=true}");
    }

    @Test
    void anObjectAloneIsTheOnlyRecordWhereThatIsSaid() throws Exception {
        assertThat(read(JsonLayout.OUTERMOST, "{'a':{'b':['x']}}"))
                .containsExactly("1 {a={b=[x]}}");
        assertThat(read(JsonLayout.LIST, "{'a':1}")).containsExactly("it holds no list of records");
    }

    @Test
    void recordsAreFoundInListsByName() throws Exception {
        JsonLayout layout = JsonLayout.LIST.lists(Set.of("one", "two")::contains);

        assertThat(read(layout, "{'x':[{'a':0}],'one':[{'a':1}],'y':{'one':[{}]},'two':{'a':2}}"))
                .containsExactly("1 {a=1}", "2 {a=2}");
        assertThat(
                        read(
                                layout.through("y"),
                                "{'y':{'one':[{'a':1},{'a':2}],'z':0},'one':[{'a':3}]}"))
                .containsExactly("1 {a=1}", "2 {a=2}", "3 {a=3}");
    }

    @Test
    void listsInTheElementsOfAListAreToldApart() throws Exception {
        JsonLayout layout = JsonLayout.LIST.lists("in"::equals).through("talk").throughItems();
        String text =
                "[{'talk':{'in':[{'a':1},{'a':2}]}},{'talk':{'id':'x','in':[]}},{'in':[{'a':3}]}]";
        List<Long> lists = new ArrayList<>();

        try (JsonRecords records = open(layout, text)) {
            while (records.next() != null) {
                lists.add(records.list());
            }
        }

        assertThat(lists).containsExactly(1L, 1L, 3L);
    }

    @Test
    void aRecordIsTakenOutOfItsWrapper() throws Exception {
        assertThat(read(JsonLayout.OUTERMOST.unwrapped("w"), "[{'w':{'a':1}},{'a':2}]"))
                .containsExactly("1 {a=1}", "2 {a=2}");
        assertThat(read(JsonLayout.OUTERMOST.unwrapped("w"), "{'w':{'a':1}}"))
                .containsExactly("1 {a=1}");
    }

    @Test
    void whatIsNotKeptIsNotHeldAtAnyDepth() throws Exception {
        assertThat(
                        read(
                                JsonLayout.LIST.keeping(Set.of("a", "b")::contains),
                                "[{'a':{'secret':'s','b':[{'secret':1,'a':2}]},'secret':{'a':3}}]"))
                .containsExactly("1 {a={b=[{a=2}]}}");
    }

    @Test
    void fieldsOfTheFirstRecordThatNobodyKnowsAreCounted() throws Exception {
        JsonLayout layout =
                JsonLayout.LIST.unwrapped("w").keeping("a"::equals).knowing("b"::equals);
        try (JsonRecords records =
                open(layout, "[{'w':{'a':{'deep':1},'b':1,'new':1,'newer':1}},{'c':1,'d':1}]")) {
            assertThat(records.next()).isNotNull();
            assertThat(records.unknownFields()).isEqualTo(2);
            assertThat(records.next()).isNotNull();
            assertThat(records.unknownFields()).isEqualTo(2);
        }
    }

    @Test
    void whatTheDocumentSaysOfItselfIsItsHead() throws Exception {
        JsonLayout layout =
                JsonLayout.LIST.lists("list"::equals).keeping(Set.of("t", "a")::contains);
        try (JsonRecords records = open(layout, "{'t':'title','x':1,'list':[{'a':1}],'a':'end'}")) {
            records.next();
            assertThat(records.head().values()).hasToString("{t=title}");
            assertThat(records.next()).isNull();
            assertThat(records.head().values()).hasToString("{t=title, a=end}");
            assertThat(records.next()).isNull();
        }
    }

    @Test
    void anElementThatIsNoObjectCostsItselfAlone() throws Exception {
        assertThat(read(JsonLayout.LIST, "['x',{'a':1},[{}],null]"))
                .containsExactly(
                        "1 the record is not an object of JSON",
                        "2 {a=1}",
                        "3 the record is not an object of JSON",
                        "4 the record is not an object of JSON");
        assertThat(read(JsonLayout.LIST.orTexts(), "['x',null]"))
                .containsExactly("1 {=x}", "2 the record is not an object of JSON");
    }

    @Test
    void aDocumentCutOffAnywhereEndsOnceAfterTheRecordsBefore() throws Exception {
        String whole = "{'t':1,'list':[{'a':1},{'a':{'b':[2]}},{'a':3}]}";
        List<String> all = read(JsonLayout.LIST.lists("list"::equals), whole);
        for (int i = 0; i < whole.length(); i++) {
            List<String> read = read(JsonLayout.LIST.lists("list"::equals), whole.substring(0, i));
            assertThat(read.getLast()).as("cut at " + i).doesNotContain("{");
            assertThat(read.subList(0, read.size() - 1)).isEqualTo(all.subList(0, read.size() - 1));
        }
    }

    @Test
    void bytesThatAreNoUtf8SpoilTheirOwnCharacterAlone() throws Exception {
        byte[] bytes = "[{\"a\":\"x?y\"},{\"a\":\"z\"}]".getBytes(StandardCharsets.ISO_8859_1);
        bytes[8] = (byte) 0xE9;
        try (JsonRecords records = JsonLayout.LIST.open("e", new ByteArrayInputStream(bytes))) {
            JsonRecord first = records.next();
            assertThat(first == null ? null : first.text("a")).isEqualTo("xéy");
            assertThat(records.next()).isNotNull();
        }
    }

    @Test
    void whatCannotBeUnpackedIsToldAsItIs() throws IOException {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new ExportException("the entry is damaged");
                    }
                };
        assertThatThrownBy(
                        () -> {
                            try (JsonRecords records = JsonLayout.LIST.open("e", broken)) {
                                records.next();
                            }
                        })
                .isInstanceOf(ExportException.class)
                .hasMessage("the entry is damaged");
    }

    @Test
    void fieldsAreReadAsWhatIsWanted() {
        JsonRecord record =
                new JsonRecord(
                        new Place("e", 1),
                        Map.of(
                                "t",
                                " x ",
                                "blank",
                                " ",
                                "n",
                                "1700000000",
                                "ms",
                                "1700000000123",
                                "yes",
                                "true",
                                "list",
                                List.of("a", Map.of("b", "c"), " ")));

        assertThat(record.text("blank", "none", "t")).isEqualTo("x");
        assertThat(record.texts("list")).containsExactly("a");
        assertThat(record.texts("t")).containsExactly("x");
        assertThat(record.object("list").text("b")).isEqualTo("c");
        assertThat(record.objects("t")).isEmpty();
        assertThat(record.isTrue("yes")).isTrue();
        assertThat(record.time("n")).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(record.time("ms")).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(record.time("t")).isNull();
        assertThat(record.day("n")).isEqualTo(PartialDate.parse("2023-11-14"));
        assertThatThrownBy(() -> record.need("blank"))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessage("field 'blank' is missing or blank");
    }

    @Test
    void aStreamGoesStepByStepAndPassesOverWhatItIsTold() throws IOException {
        try (JsonStream json = JsonStream.open(bytes("{'a':[1,{'b':2}],'c':'x'}"))) {
            assertThat(json.next()).isEqualTo(Step.OBJECT);
            assertThat(json.next()).isEqualTo(Step.FIELD);
            assertThat(json.name()).isEqualTo("a");
            assertThat(json.next()).isEqualTo(Step.LIST);
            assertThat(json.depth()).isEqualTo(2);
            json.skip();
            assertThat(json.depth()).isEqualTo(1);
            assertThat(json.next()).isEqualTo(Step.FIELD);
            assertThat(json.next()).isEqualTo(Step.VALUE);
            assertThat(json.value()).isEqualTo("x");
            assertThat(json.next()).isEqualTo(Step.END);
            assertThat(json.next()).isNull();
        }
        try (JsonStream json = JsonStream.open(bytes("{'a':{'c':'y'},'c':'x'}"))) {
            assertThat(json.find("c")).isEqualTo("x");
        }
    }

    /**
     * Each record with its number, each one that cannot be read, and the end if there is a fault.
     */
    private static List<String> read(JsonLayout layout, String text) throws IOException {
        List<String> read = new ArrayList<>();
        try (JsonRecords records = open(layout, text)) {
            boolean more = true;
            while (more) {
                more = read(records, read);
            }
            assertThat(end(records)).isNull();
        }
        return read;
    }

    private static boolean read(JsonRecords records, List<String> read) throws IOException {
        try {
            JsonRecord record = records.next();
            if (record == null) {
                return false;
            }
            assertThat(record.place()).isEqualTo(new Place("e", records.number()));
            read.add(records.number() + " " + record.values());
            return true;
        } catch (UnreadableRecord e) {
            read.add(records.number() + " " + e.reason());
            return true;
        } catch (ExportException e) {
            read.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static @Nullable JsonRecord end(JsonRecords records) throws IOException {
        try {
            return records.next();
        } catch (UnreadableRecord e) {
            throw new AssertionError(e);
        }
    }

    private static JsonRecords open(JsonLayout layout, String text) throws IOException {
        return layout.open("e", bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
