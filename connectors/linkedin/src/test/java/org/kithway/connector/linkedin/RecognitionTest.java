package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.kithway.connector.Connector;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

class RecognitionTest {
    private static final String CONNECTIONS =
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On";

    @Test
    void filesAreToldByTheirColumnsWhateverTheirNamesAndFolders() {
        assertThat(Archive.of("Kontakte.csv", CONNECTIONS).isRecognized()).isTrue();
        assertThat(Archive.of("My export/Jobs/x.CSV", CONNECTIONS).isRecognized()).isTrue();
    }

    @Test
    void otherExportsAreNotRecognized() {
        assertThat(new Archive("empty.zip").isRecognized()).isFalse();
        assertThat(Archive.of("Connections.csv", "name,since", "a,b").isRecognized()).isFalse();
        assertThat(Archive.of("friends.json", "{\"friends_v2\": []}").isRecognized()).isFalse();
        assertThat(Archive.of("people.csv", "Name", "Alma").isRecognized()).isFalse();
        assertThat(Archive.of("crm.csv", "First Name,Last Name,Company,Position").isRecognized())
                .isFalse();
    }

    @Test
    void aListOfSkillsAloneIsToldByItsNameToo() {
        assertThat(Archive.of("Skills.csv", "Name", "Milling").isRecognized()).isTrue();
    }

    @Test
    void aHeaderThatAnyListCouldHaveIsToldByItsNameToo() {
        assertThat(Archive.of("Courses.csv", "Name,Number", "Grain,1").isRecognized()).isTrue();
        assertThat(Archive.of("rooms.csv", "Name,Number", "Hall,1").isRecognized()).isFalse();
    }

    @Test
    void neitherManyFilesNorLongOnesAreReadThrough() {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger bytes = new AtomicInteger();
        Archive archive = new Archive("archive.zip");
        for (int i = 0; i < 100; i++) {
            byte[] text = "a,b\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            archive.with(
                    "file" + i + ".csv",
                    () -> {
                        opened.incrementAndGet();
                        return new FilterInputStream(new ByteArrayInputStream(text)) {
                            @Override
                            public int read(byte[] b, int off, int len) throws IOException {
                                int count = super.read(b, off, len);
                                bytes.addAndGet(Math.max(0, count));
                                return count;
                            }
                        };
                    });
        }
        assertThat(archive.isRecognized()).isFalse();
        assertThat(opened.get()).isLessThanOrEqualTo(16);
        assertThat(bytes.get()).isLessThanOrEqualTo(64 << 10);
    }

    @Test
    void theArchivesNameTellsWhenItWasMade() {
        Archive archive =
                new Archive("Complete_LinkedInDataExport_11-04-2018.zip.zip")
                        .with("Connections.csv", CONNECTIONS);
        assertThat(archive.reader().manifest().exportedAt())
                .isEqualTo(Instant.parse("2018-11-04T00:00:00Z"));
    }

    @Test
    void anArchiveWithAnotherNameIsAsOldAsItsFiles() {
        Connector.Manifest manifest =
                new Archive("linkedin.zip")
                        .with("Connections.csv", CONNECTIONS)
                        .reader()
                        .manifest();
        assertThat(manifest.exportedAt()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
        assertThat(manifest.owner()).isNull();
        assertThat(manifest.parts()).containsExactly(entry("Connections.csv", "connections"));
    }

    @Test
    void whatIsNotReadIsNoPart() {
        Archive archive =
                Archive.of("Connections.csv", CONNECTIONS)
                        .with("PhoneNumbers.csv", "Extension,Number,Type", "+44,1,Mobile")
                        .with("Causes You Care About.csv", "Supported Cause")
                        .with(
                                "Job Applications.csv",
                                "Application Date,Company Name,Job Title,Job Url")
                        .with("Reactions.csv", "Date,Type,Link")
                        .with("Learning.csv", "Content Title,Content Description,Content Type,");
        assertThat(archive.reader().manifest().parts()).containsOnlyKeys("Connections.csv");
    }
}
