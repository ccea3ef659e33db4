package org.kithway.connector.mail;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the headers of mailboxes that mail programs and Google hand their users. */
public final class MailConnector implements Connector {
    private static final int MOST_PEEKED_AT = 16;
    private static final int PEEKED_BYTES = 4 << 10;

    private static final Descriptor DESCRIPTOR =
            new Descriptor(
                    new Site("mail"),
                    "E-mail",
                    Set.of(new Site("mail"), Site.EMAIL),
                    List.of(
                            "Gmail: open takeout.google.com, choose Mail alone, and download the"
                                    + " archive.",
                            "Thunderbird: open the folder of your profile, and take the files Inbox"
                                    + " and Sent below Mail or ImapMail.",
                            "Apple Mail: choose a mailbox, and Mailbox, Export Mailbox.",
                            "Outlook and others: save mails as .eml files in a folder.",
                            "Upload the archive, the file, or the folder as a zip."),
                    List.of(
                            "the headers of your mails: who wrote to whom, when, and among how many",
                            "the names that stand beside the addresses",
                            "which mail answers which"),
                    List.of(
                            "what mails say, their subjects and attachments",
                            "spam, deleted mails, drafts, chats",
                            "mailing lists, newsletters, and what machines send",
                            "mails to more than " + Correspondence.MOST_RECIPIENTS + " people"),
                    Set.of(new Affordance(Action.MESSAGE, Towards.CONTACTS)),
                    List.of());

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public boolean recognizes(Export export) throws IOException {
        List<String> likeliestFirst =
                export.entries().stream()
                        .filter(entry -> isCandidate(export, entry))
                        .sorted(Comparator.comparing(entry -> !isNamedMailbox(entry)))
                        .limit(MOST_PEEKED_AT)
                        .toList();
        for (String entry : likeliestFirst) {
            try {
                if (MailPart.of(entry, head(export, entry)) != null) {
                    return true;
                }
            } catch (ExportException e) {
                continue;
            }
        }
        return false;
    }

    @Override
    public Reader open(Export export, Settings settings) throws IOException {
        List<MailPart> parts = new ArrayList<>();
        for (String entry : export.entries()) {
            MailPart part = isCandidate(export, entry) ? part(export, entry) : null;
            if (part != null) {
                parts.add(part);
            }
        }
        return new MailReader(export, parts, OwnAddresses.of(export, parts));
    }

    /** What the entry is, or null if it holds no mail. */
    private static @Nullable MailPart part(Export export, String entry) throws IOException {
        if (isNamedMail(entry)) {
            // Not looked at before it is read: there may be a hundred thousand.
            return MailPart.single(entry);
        }
        byte[] head = {};
        try {
            head = head(export, entry);
        } catch (ExportException e) {
            if (!isNamedMailbox(entry)) {
                return null;
            }
        }
        MailPart part = MailPart.of(entry, head);
        return part == null && isNamedMailbox(entry) ? MailPart.mailbox(entry, head) : part;
    }

    private static byte[] head(Export export, String entry) throws IOException {
        try (InputStream in = export.open(entry)) {
            return in.readNBytes(PEEKED_BYTES);
        }
    }

    /**
     * Whether the file may hold mail: by its ending, or since it has none, as Thunderbird's and
     * Apple's mailboxes do. A file on its own is looked at whatever it is called.
     */
    private static boolean isCandidate(Export export, String entry) {
        String name = name(entry);
        return isNamedMailbox(entry)
                || isNamedMail(entry)
                || name.lastIndexOf('.') <= 0
                || name.contains(":2,")
                || export.entries().size() == 1;
    }

    private static boolean isNamedMailbox(String entry) {
        return name(entry).endsWith(".mbox") || name(entry).endsWith(".mbx");
    }

    private static boolean isNamedMail(String entry) {
        return name(entry).endsWith(".eml");
    }

    private static String name(String entry) {
        return entry.substring(entry.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
