package org.kithway.connector.twitter;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.JsonRecord;
import org.kithway.connector.JsonRecords;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.Place;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an archive says of itself as a whole, gathered before its records are read.
 *
 * @param exportedAt when it was made, or null
 */
record Cover(Owner owner, @Nullable Instant exportedAt) {
    /** How many messages are looked at where no file names the owner. */
    private static final int LOOKED_AT = 5_000;

    private static final Pattern DATED = Pattern.compile("twitter-(\\d{4}-\\d{2}-\\d{2})-");

    private static final JsonRecord NOTHING = JsonRecord.empty(Place.of(""));

    static Cover of(Export export, List<Part> parts) throws IOException {
        JsonRecord manifest =
                first(
                        export,
                        "manifest.js",
                        "",
                        Set.of(
                                "userInfo",
                                "accountId",
                                "userName",
                                "archiveInfo",
                                "generationDate"));
        JsonRecord payload = first(export, "payload_details.js", "", Set.of("created_at"));
        Who who = who(export, manifest.object("userInfo"), parts);
        return new Cover(
                new Owner(who, isProtected(export)),
                exportedAt(
                        export,
                        manifest.object("archiveInfo").text("generationDate"),
                        payload.text("created_at")));
    }

    private static @Nullable Who who(Export export, JsonRecord userInfo, List<Part> parts)
            throws IOException {
        Who stated = Who.of(userInfo.text("accountId"), userInfo.text("userName"), null);
        for (Part part : parts) {
            if (stated == null
                    && (part.kind() == FileKind.ACCOUNT || part.kind() == FileKind.USER_DETAILS)) {
                FileKind kind = part.kind();
                JsonRecord account = record(export, part.entry(), kind.wrapper(), kind.wanted());
                stated =
                        Who.of(
                                account.text("accountId", "id"),
                                account.text("username", "screen_name"),
                                null);
            }
        }
        for (Part part : parts) {
            if (stated == null && part.kind() == FileKind.MESSAGES && part.fault() == null) {
                stated = likely(export, part.entry());
            }
        }
        return stated;
    }

    /** The one account that takes part in all of the first messages with several others. */
    private static @Nullable Who likely(Export export, String entry) throws IOException {
        Set<String> all = new HashSet<>();
        Map<String, Integer> counts = new HashMap<>();
        int messages = 0;
        try (Conversations conversations = Conversations.open(export, entry, false)) {
            for (int i = 0; i < LOOKED_AT; i++) {
                JsonRecord event = conversations.next();
                if (event == null) {
                    break;
                }
                JsonRecord message = event.object("messageCreate");
                String from = message.text("senderId");
                String to = message.text("recipientId");
                if (from != null && to != null && !from.equals(to)) {
                    messages++;
                    for (String end : List.of(from, to)) {
                        all.add(end);
                        counts.merge(end, 1, Integer::sum);
                    }
                }
            }
        } catch (UnreadableRecord | ExportException e) {
            // The records up to here may show it; the mistake is told when they are read.
        }
        int among = messages;
        List<String> always = new ArrayList<>(all);
        always.removeIf(id -> counts.getOrDefault(id, 0) < among);
        return always.size() == 1 ? Who.of(always.getFirst(), null, null) : null;
    }

    /** Whether the last change was to protect the tweets; archives tell changes of six months. */
    private static boolean isProtected(Export export) throws IOException {
        String entry = find(export, "protected-history.js");
        if (entry == null) {
            return false;
        }
        Instant last = Instant.MIN;
        boolean isProtected = false;
        try (JsonRecords changes =
                Script.open(export, entry, "protectedHistory", Set.of("protectedAt", "action"))) {
            for (JsonRecord next = changes.next(); next != null; next = changes.next()) {
                String at = next.text("protectedAt");
                String action = next.text("action");
                Instant time = at == null ? null : Times.parse(at);
                if (time != null && action != null && !time.isBefore(last)) {
                    last = time;
                    isProtected = !action.toLowerCase(Locale.ROOT).startsWith("un");
                }
            }
        } catch (UnreadableRecord | IOException e) {
            return true;
        }
        return isProtected;
    }

    private static @Nullable Instant exportedAt(
            Export export, @Nullable String generated, @Nullable String created) {
        for (String stated : new String[] {generated, created}) {
            Instant time = stated == null ? null : Times.parse(stated);
            if (time != null) {
                return time;
            }
        }
        Matcher date = DATED.matcher(export.name());
        if (date.find()) {
            try {
                return LocalDate.parse(date.group(1)).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                return export.writtenAt();
            }
        }
        return export.writtenAt();
    }

    private static JsonRecord first(
            Export export, String name, String wrapper, Set<String> wanted) {
        String entry = find(export, name);
        return entry == null ? NOTHING : record(export, entry, wrapper, wanted);
    }

    private static @Nullable String find(Export export, String name) {
        return export.entries().stream()
                .filter(entry -> ("/" + entry).toLowerCase(Locale.ROOT).endsWith("/" + name))
                .findFirst()
                .orElse(null);
    }

    /** The first record; empty if it cannot be read, which is told when it is read as a part. */
    private static JsonRecord record(
            Export export, String entry, String wrapper, Set<String> wanted) {
        try (JsonRecords records = Script.open(export, entry, wrapper, wanted)) {
            JsonRecord record = records.next();
            return record == null ? NOTHING : record;
        } catch (UnreadableRecord | IOException e) {
            return NOTHING;
        }
    }
}
