package org.kithway.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.zip.ZipInputStream;

/** Archives in memory, and what is in them. */
final class Zips {
    private Zips() {}

    static byte[] archive(Town town, Person member, LinkedInArchive.Options options)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LinkedInArchive.write(town, member, out, options);
        return out.toByteArray();
    }

    static SequencedMap<String, String> texts(byte[] zip) throws IOException {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    /** Records without header and preamble. */
    static List<List<String>> records(byte[] zip, String file) throws IOException {
        String text = Objects.requireNonNull(texts(zip).get(file), file);
        List<List<String>> records = Csv.parse(text);
        int header = file.equals("Connections.csv") ? 2 : 0;
        return records.subList(header + 1, records.size());
    }
}
