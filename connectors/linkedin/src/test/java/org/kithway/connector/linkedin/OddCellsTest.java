package org.kithway.connector.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Whatever stands in a cell, its record ends as a reading of its own. */
class OddCellsTest {
    private static final int RECORDS = 400;
    private static final long SEED = Long.getLong("kithway.seed", 20_261_124);

    private static final Map<String, String> HEADERS =
            Map.ofEntries(
                    Map.entry(
                            "Profile.csv",
                            "First Name,Last Name,Headline,Summary,Industry,Geo Location,Twitter"
                                    + " Handles"),
                    Map.entry("Email Addresses.csv", "Email Address,Confirmed"),
                    Map.entry(
                            "Connections.csv",
                            "First Name,Last Name,URL,Email Address,Company,Position,Connected On"),
                    Map.entry(
                            "Invitations.csv",
                            "From,To,Sent At,Direction,inviterProfileUrl,inviteeProfileUrl"),
                    Map.entry(
                            "messages.csv",
                            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                                    + "DATE,CONTENT,FOLDER"),
                    Map.entry("messages_1.csv", "From,To,Date,Subject,Content,Direction,Folder"),
                    Map.entry(
                            "Endorsement_Given_Info.csv",
                            "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,"
                                    + "Endorsee Public Url,Endorsement Status"),
                    Map.entry(
                            "Recommendations_Received.csv",
                            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"),
                    Map.entry(
                            "Positions.csv",
                            "Company Name,Title,Description,Location,Started On,Finished On"),
                    Map.entry(
                            "Education.csv",
                            "School Name,Start Date,End Date,Notes,Degree Name,Activities"),
                    Map.entry("Company Follows.csv", "Organization,Followed On"),
                    Map.entry("Shares.csv", "Date,ShareLink,ShareCommentary,Visibility"),
                    Map.entry("Comments.csv", "Date,Link,Message"));

    private static final List<String> CELLS =
            List.of(
                    "",
                    " ",
                    "NA",
                    "\u0000",
                    "\u00A0",
                    "\u202E\uFEFF",
                    "\uFFFE",
                    "🚀",
                    "x".repeat(600),
                    "İ".repeat(512),
                    "a\nb",
                    "LinkedIn Member",
                    "Own Er",
                    "a@b.example",
                    "A@B.EXAMPLE, c@d.example",
                    "https://www.linkedin.com/in/own",
                    "https://www.linkedin.com/in/%00",
                    "https://www.linkedin.com/in/%ED%A0%80",
                    "https://www.linkedin.com/in/" + "%C4%B0".repeat(400),
                    "https://www.linkedin.com/in/a,https://www.linkedin.com/in/own",
                    "urn:li:member:1",
                    "urn:li:member:99999999999999999999999",
                    "[a,b,@C,-]",
                    "OUTGOING",
                    "INCOMING",
                    "ACCEPTED",
                    "VISIBLE",
                    "Yes",
                    "2024-06-18 11:59:53 UTC",
                    "0000-01-01 00:00:00",
                    "+99999-01-01 00:00:00",
                    "31 Dec 9999",
                    "Jun 2018");

    @Test
    void everyRecordIsAReadingWhateverItHolds() {
        Random random = new Random(SEED);
        Archive archive = new Archive("archive.zip");
        new TreeMap<>(HEADERS)
                .forEach((entry, header) -> {
                    StringBuilder text = new StringBuilder(header).append('\n');
                    for (int record = 0; record < RECORDS; record++) {
                        text.append(row(header.split(",", -1).length, random)).append('\n');
                    }
                    archive.with(entry, StandardCharsets.UTF_8, text.toString());
                });
        assertThat(archive.readings()).as("seed " + SEED).hasSize(HEADERS.size() * RECORDS);
    }

    private static String row(int width, Random random) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add('"' + CELLS.get(random.nextInt(CELLS.size())) + '"');
        }
        return String.join(",", cells);
    }
}
