package org.kithway.ingestion.kafka;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Short texts beside a record, so that much can be decided without reading it. */
final class Headers {
    static final String ORGANIZATION = "organization";
    static final String IMPORT = "import";

    /** Of whom a removed assertion was, which its key does not tell. */
    static final String SUBJECT = "subject";

    private Headers() {}

    static Header of(String name, Object text) {
        return new RecordHeader(name, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The last header of this name, or null if there is none. */
    static @Nullable String text(org.apache.kafka.common.header.Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
