package org.kithway.connector.mail;

import org.kithway.connector.Export;
import org.kithway.connector.ExportException;
import org.kithway.connector.MailAddress;
import org.kithway.connector.MailAddress.Holder;
import org.kithway.model.AccountId;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out whose mailbox it is. No export says so; a number of its first mails do, if they agree:
 * who wrote those that lie under Sent, to whom the server delivered, and who takes part in nearly
 * all. Where they do not, nobody is guessed.
 */
final class OwnAddresses {
    private static final int MOST_FILES = 16;
    private static final int MOST_MAILS = 4_000;
    private static final long MOST_BYTES = 256L << 20;

    private static final int FEWEST_SENT = 3;
    private static final int FEWEST_DELIVERED = 5;
    private static final int FEWEST_SHARED = 20;

    private final Map<AccountId, Integer> sent = new HashMap<>();
    private final Map<AccountId, Integer> delivered = new HashMap<>();
    private final Map<AccountId, Integer> sharing = new HashMap<>();
    private int mails;

    private OwnAddresses() {}

    /** The owner's addresses, the surest first; none if nothing makes sure. */
    static Set<AccountId> of(Export export, List<MailPart> parts) throws IOException {
        OwnAddresses addresses = new OwnAddresses();
        List<MailPart> sentFirst =
                parts.stream()
                        .sorted(
                                Comparator.comparing(
                                        part -> !Folders.SENT.isAmong(Set.of(part.folder()))))
                        .limit(MOST_FILES)
                        .toList();
        for (MailPart part : sentFirst) {
            try (MailFile file = new MailFile(export.open(part.entry()), part.mailbox())) {
                addresses.look(file, part, MOST_MAILS / sentFirst.size());
            } catch (ExportException e) {
                // Said when the file is read; what was seen of it counts.
                continue;
            }
        }
        return addresses.found();
    }

    private void look(MailFile file, MailPart part, int most) throws IOException {
        for (int i = 0; i < most && file.read() < MOST_BYTES / MOST_FILES; i++) {
            Headers headers = file.next();
            if (headers == null) {
                return;
            }
            Mail mail = Mail.of(headers, part.folder());
            Mailbox sender = mail.sender();
            if (sender == null || mail.withheld() != null) {
                continue;
            }
            if (mail.isSent()) {
                count(sender.account(), sent);
            }
            List<Mailbox> to = headers.addresses("delivered-to");
            if (!to.isEmpty()) {
                count(to.getFirst().account(), delivered);
            }
            Set<AccountId> all = new LinkedHashSet<>(mail.recipients().keySet());
            all.add(sender.account());
            if (all.size() > 1) {
                mails++;
                all.forEach(account -> count(account, sharing));
            }
        }
    }

    private static void count(AccountId account, Map<AccountId, Integer> counts) {
        if (MailAddress.holder(account) == Holder.PERSON) {
            counts.merge(account, 1, Integer::sum);
        }
    }

    private Set<AccountId> found() {
        Set<AccountId> found = new LinkedHashSet<>();
        int allSent = sent.values().stream().mapToInt(Integer::intValue).sum();
        sent.entrySet().stream()
                .filter(e -> e.getValue() >= FEWEST_SENT && 10 * e.getValue() >= allSent)
                .sorted(surestFirst())
                .forEach(e -> found.add(e.getKey()));
        int allDelivered = delivered.values().stream().mapToInt(Integer::intValue).sum();
        delivered.entrySet().stream()
                .filter(e -> e.getValue() >= FEWEST_DELIVERED)
                .filter(e -> 10 * e.getValue() >= 9 * allDelivered)
                .forEach(e -> found.add(e.getKey()));
        if (found.isEmpty() && mails >= FEWEST_SHARED) {
            List<Map.Entry<AccountId, Integer>> most =
                    sharing.entrySet().stream().sorted(surestFirst()).limit(2).toList();
            boolean stands =
                    100 * most.getFirst().getValue() >= 95 * mails
                            && 100 * most.getLast().getValue() < 50 * mails;
            if (stands) {
                found.add(most.getFirst().getKey());
            }
        }
        return found;
    }

    private static Comparator<Map.Entry<AccountId, Integer>> surestFirst() {
        return Map.Entry.<AccountId, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey());
    }
}
