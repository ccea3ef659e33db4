package org.kithway.connector.slack;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Affordance;
import org.kithway.connector.Affordance.Action;
import org.kithway.connector.Affordance.Towards;
import org.kithway.connector.Connector;
import org.kithway.connector.Descriptor;
import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.Settings;
import org.kithway.model.Site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the exports of Slack workspaces, and of organizations of several (Enterprise Grid). */
public final class SlackConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    /** The last day of an export's span, in its name. */
    private static final Pattern SPAN =
            Pattern.compile("Slack export .{1,60}? - ([A-Z][a-z]{2} \\d{1,2} \\d{4})");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MMM d uuuu", Locale.ENGLISH);

    /** A user, a channel or a conversation: the lists begin with their ids. */
    private static final Pattern LISTED =
            Pattern.compile("\\s*\\[\\s*\\{\\s*\"id\"\\s*:\\s*\"[UWCGD][A-Z0-9]{2,30}\"[\\s\\S]*");

    private static final Pattern TELLING =
            Pattern.compile(
                    "\"(?:team_id|profile|members|created|is_archived|creator|real_name)\"\\s*:");

    private static final Pattern MESSAGE =
            Pattern.compile(
                    "\\s*\\[\\s*\\{[\\s\\S]*\"ts\"\\s*:\\s*\"?\\d{9,11}\\.\\d{1,9}[\\s\\S]*");

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    Users.SLACK,
                    "Slack",
                    Set.of(Users.SLACK, Site.EMAIL),
                    List.of(
                            "Only an owner or administrator can export a workspace: in Slack, click"
                                    + " the workspace's name, then Tools & settings, Workspace"
                                    + " settings.",
                            "Click Import/Export Data, then the tab Export.",
                            "Choose a span of time and click Start Export. This standard export"
                                    + " holds public channels alone.",
                            "Wait for Slack's e-mail, download the zip file, and upload it as it"
                                    + " is."),
                    List.of(
                            "users: name, title, e-mail address",
                            "public channels: who belongs to them",
                            "messages in public channels: whom they mention, whose thread they"
                                    + " answer, who reacted",
                            "messages in private channels and direct messages, if the export has"
                                    + " them: who wrote among whom, and when"),
                    List.of(
                            "what messages say, and the files in them",
                            "telephone numbers, Skype names, time zones, status texts",
                            "logs of integrations, canvases, lists, huddles",
                            "messages of bots and of Slack itself"),
                    Set.of(
                            new Affordance(Action.MESSAGE, Towards.SHARED_GROUP),
                            new Affordance(Action.MENTION, Towards.SHARED_GROUP)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(entry -> FileKind.of(entry) != null)
                        .sorted(
                                Comparator.comparing(
                                        entry -> Objects.requireNonNull(FileKind.of(entry))))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            try (InputStream in = export.open(entry)) {
                if (isSlacks(new String(in.readNBytes(PEEKED_BYTES), StandardCharsets.UTF_8))) {
                    return true;
                }
            } catch (ExportException e) {
                continue;
            }
        }
        return false;
    }

    private static boolean isSlacks(String head) {
        return (LISTED.matcher(head).matches() && TELLING.matcher(head).find())
                || (MESSAGE.matcher(head).matches() && head.contains("\"type\""));
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        return new SlackReader(export, Workspace.of(export), exportedAt(export));
    }

    /** The last day in the name that Slack gives its exports, else when the files were written. */
    private static @Nullable Instant exportedAt(Export export) {
        String names = export.name() + '\n' + export.entries().stream().findFirst().orElse("");
        Matcher span = SPAN.matcher(names);
        if (span.find()) {
            try {
                return LocalDate.parse(span.group(1), DAY).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return export.writtenAt();
            }
        }
        return export.writtenAt();
    }
}
