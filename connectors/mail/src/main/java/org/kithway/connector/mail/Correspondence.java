package org.kithway.connector.mail;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.MailAddress;
import org.kithway.connector.MailAddress.Holder;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What mails say of people, remembering just enough of those before. */
final class Correspondence {
    /** A mail to more people than this ties nobody to anybody. */
    static final int MOST_RECIPIENTS = 20;

    /** Of how many mails and people the last are remembered. */
    private static final int REMEMBERED = 20_000;

    /** As many mails from one to another in one second are told apart. */
    private static final int MOST_AT_ONCE = 100;

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(2);

    private final @Nullable Instant exportedAt;
    private final List<AccountId> owners;
    private final Map<Sending, List<String>> sendings = recent();
    private final Map<AccountId, Boolean> introduced = recent();
    private final Map<String, AccountId> authors = recent();
    private boolean ownerStated;

    /**
     * @param owners the owner's own addresses, as far as they are known
     */
    Correspondence(@Nullable Instant exportedAt, Set<AccountId> owners) {
        this.exportedAt = exportedAt;
        this.owners = List.copyOf(owners);
    }

    private record Sending(AccountId from, AccountId to, Instant at) {}

    Reading read(Place place, Mail mail) {
        Mailbox sender = mail.sender();
        String id = mail.id();
        if (id != null && sender != null) {
            authors.put(id, sender.account());
        }
        String rule = mail.withheld();
        if (rule != null) {
            return new Reading.Withheld(place, rule);
        }
        if (sender == null) {
            return mail.headers().has("from")
                    ? new Reading.Rejection(place, "the header From holds no address")
                    : new Reading.Withheld(place, "no sender");
        }
        Map<AccountId, Mailbox> recipients = mail.recipients();
        if (recipients.isEmpty()) {
            return new Reading.Withheld(place, "no recipient named");
        }
        answers(mail, recipients);
        recipients.remove(sender.account());
        if (recipients.isEmpty()) {
            return new Reading.Withheld(place, "mail to oneself");
        }
        int participants = 1 + recipients.size();
        recipients.keySet().removeIf(account -> MailAddress.holder(account) != Holder.PERSON);
        if (recipients.isEmpty() || MailAddress.holder(sender.account()) != Holder.PERSON) {
            return new Reading.Withheld(place, "general address");
        }
        if (participants > 1 + MOST_RECIPIENTS) {
            return new Reading.Withheld(place, "more than " + MOST_RECIPIENTS + " recipients");
        }
        Instant at = MailDate.parse(mail.headers().first("date"));
        if (at == null) {
            return new Reading.Rejection(
                    place, "the header Date is missing or not a date in a known form");
        }
        if (isImpossible(at)) {
            return new Reading.Rejection(
                    place, "the header Date says a time before mail or after the export");
        }
        return new Reading.Statement(place, facts(sender, recipients, at, participants, id));
    }

    /** An answer goes to whom it answers, also where it took another of their addresses. */
    private void answers(Mail mail, Map<AccountId, Mailbox> recipients) {
        String answered = mail.answered();
        AccountId author = answered == null ? null : authors.get(answered);
        if (author != null) {
            recipients.putIfAbsent(author, new Mailbox(null, author));
        }
    }

    private boolean isImpossible(Instant at) {
        return at.getEpochSecond() < 0
                || at.getEpochSecond() > Fact.LAST_SECOND
                || (exportedAt != null && at.isAfter(exportedAt.plus(CLOCKS_DIFFER)));
    }

    private List<Fact> facts(
            Mailbox sender,
            Map<AccountId, Mailbox> recipients,
            Instant at,
            int participants,
            @Nullable String id) {
        List<Fact> facts = new ArrayList<>();
        for (AccountId recipient : recipients.keySet()) {
            int ordinal = ordinal(new Sending(sender.account(), recipient, at), id);
            facts.add(new Fact.Messaged(sender.account(), recipient, at, participants, ordinal));
        }
        introduce(sender, facts);
        recipients.values().forEach(recipient -> introduce(recipient, facts));
        if (!ownerStated) {
            ownerStated = true;
            owners.forEach(own -> facts.add(new Fact.SameAs(AccountId.OWNER, own)));
        }
        return facts;
    }

    /** Copies of a mail, as under several labels, are one; others of the same second are not. */
    private int ordinal(Sending sending, @Nullable String id) {
        List<String> ids = sendings.computeIfAbsent(sending, key -> new ArrayList<>(1));
        String known = id == null ? "" : id;
        int ordinal = ids.indexOf(known);
        if (ordinal < 0) {
            ordinal = ids.size();
            if (ordinal < MOST_AT_ONCE) {
                ids.add(known);
            }
        }
        return ordinal;
    }

    private void introduce(Mailbox mailbox, List<Fact> facts) {
        String name = mailbox.name();
        if (name != null && introduced.put(mailbox.account(), true) == null) {
            facts.add(new Fact.Described(mailbox.account(), Fact.Trait.NAME, name));
        }
    }

    private static <K, V> Map<K, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
