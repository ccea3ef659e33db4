package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.MailAddress;
import org.kithway.connector.MailAddress.Holder;
import org.kithway.model.AccountId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mail as its headers tell it.
 *
 * @param headers its headers
 * @param labels the names of the folder and the labels that it lies under, in lower case
 */
record Mail(Headers headers, Set<String> labels) {
    private static final Pattern LABEL = Pattern.compile("\"([^\"]*)\"|([^,]+)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,500})>");
    private static final Set<String> TO_MANY = Set.of("bulk", "list", "junk");

    static Mail of(Headers headers, String folder) {
        Set<String> labels = new HashSet<>();
        labels.add(folder);
        String written = headers.first("x-gmail-labels");
        if (written != null) {
            Matcher label = LABEL.matcher(EncodedWords.decode(written));
            while (label.find()) {
                String name = label.group(1) != null ? label.group(1) : label.group(2);
                labels.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return new Mail(headers, labels);
    }

    /**
     * The rule by which the mail is passed over whoever wrote it to whom; null if there is none.
     */
    @Nullable String withheld() {
        if (Folders.CHATS.isAmong(labels)) {
            return "chat";
        }
        if (Folders.DRAFTS.isAmong(labels)) {
            return "draft";
        }
        if (Folders.UNWANTED.isAmong(labels) || headers.is("x-spam-flag", "yes")) {
            return "spam or deleted";
        }
        if (isAutomatic()) {
            return "automatic mail";
        }
        return isToMany() ? "mailing list" : null;
    }

    private boolean isAutomatic() {
        Mailbox sender = sender();
        return (headers.has("auto-submitted") && !headers.is("auto-submitted", "no"))
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-auto-response-suppress")
                || headers.is("precedence", "auto_reply")
                || headers.is("return-path", "<>")
                || (sender != null && MailAddress.holder(sender.account()) == Holder.MACHINE);
    }

    private boolean isToMany() {
        String precedence = headers.first("precedence");
        return headers.has("list-id")
                || headers.has("list-post")
                || headers.has("list-unsubscribe")
                || headers.has("mailing-list")
                || headers.has("x-mailing-list")
                || (precedence != null && TO_MANY.contains(precedence.toLowerCase(Locale.ROOT)));
    }

    /** Who wrote the mail, or null if it does not say. */
    @Nullable Mailbox sender() {
        List<Mailbox> from = headers.addresses("from");
        return from.isEmpty() ? null : from.getFirst();
    }

    /** To whom the mail went, open or hidden, each once. */
    Map<AccountId, Mailbox> recipients() {
        List<Mailbox> all = new ArrayList<>(headers.addresses("to"));
        all.addAll(headers.addresses("cc"));
        all.addAll(headers.addresses("bcc"));
        Map<AccountId, Mailbox> recipients = new LinkedHashMap<>();
        all.forEach(mailbox -> recipients.putIfAbsent(mailbox.account(), mailbox));
        return recipients;
    }

    boolean isSent() {
        return Folders.SENT.isAmong(labels);
    }

    /** The mail's own id, or null. */
    @Nullable String id() {
        return messageId(headers.first("message-id"));
    }

    /** The id of the mail that this one answers, or null. */
    @Nullable String answered() {
        return messageId(headers.first("in-reply-to"));
    }

    private static @Nullable String messageId(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher id = MESSAGE_ID.matcher(header);
        return id.find() ? id.group(1) : null;
    }
}
