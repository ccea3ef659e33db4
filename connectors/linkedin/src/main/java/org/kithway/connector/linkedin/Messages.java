package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code messages.csv}: who wrote to whom, when, and among how many; never what. Only the ties
 * between the owner and the others are stated, not those among the others.
 */
final class Messages implements RowReader {
    /** Of how many messages and partners the last are remembered. */
    private static final int REMEMBERED = 10_000;

    /** How many records are looked at to find out who the owner is. */
    private static final int LOOKED_AT = 5_000;

    /** Marks the markup of sponsored messages; nothing else of a text is looked at. */
    private static final String SPONSORED = "spinmail-quill-editor";

    private final Owner owner;
    private final Recent<Sending> sendings = new Recent<>(REMEMBERED);
    private final Recent<AccountId> introduced = new Recent<>(REMEMBERED);
    private @Nullable AccountId likelyOwner;

    Messages(Owner owner) {
        this.owner = owner;
    }

    private record Sending(AccountId from, AccountId to, Instant at) {}

    /** Without other evidence, this account is the owner's. */
    void suppose(@Nullable AccountId account) {
        likelyOwner = account;
    }

    @Override
    public Reading read(Row row) throws UnreadableCell {
        if (isYes(row.text("IS MESSAGE DRAFT")) || isYes(row.text("IS CONVERSATION DRAFT"))) {
            return row.withhold("draft");
        }
        if ("SPAM".equalsIgnoreCase(row.text("FOLDER"))) {
            return row.withhold("spam");
        }
        String content = row.text("CONTENT");
        if (content != null && content.contains(SPONSORED)) {
            return row.withhold("sponsored message");
        }
        if (Accounts.CLOSED.equalsIgnoreCase(row.text("FROM"))) {
            return row.withhold("closed account");
        }
        return row.has("SENDER PROFILE URL") ? byProfiles(row) : byNames(row);
    }

    private Reading byProfiles(Row row) throws UnreadableCell {
        AccountId sender = Accounts.profile(row.text("SENDER PROFILE URL"));
        if (sender == null) {
            return row.withhold("no sender profile");
        }
        Set<AccountId> recipients = profiles(row.text("RECIPIENT PROFILE URLS"));
        boolean sent = isSent(row, sender, recipients);
        Set<AccountId> others = new LinkedHashSet<>(sent ? recipients : Set.of(sender));
        others.removeIf(account -> isOwner(account) || (sent && account.equals(sender)));
        if (others.isEmpty()) {
            return row.withhold(noOther(row, recipients));
        }
        Set<AccountId> participants = new LinkedHashSet<>(recipients);
        participants.add(sender);
        String name = sent && others.size() > 1 ? null : row.text(sent ? "TO" : "FROM");
        List<Fact> facts =
                facts(row, sent, others, Math.max(2, participants.size()), Accounts.name(name));
        for (AccountId participant : participants) {
            boolean named = sent && participant.equals(sender) && owner.isNamed(row.text("FROM"));
            if (named || participant.equals(likelyOwner)) {
                owner.learn(participant, facts);
            }
        }
        return row.keep(facts);
    }

    private static String noOther(Row row, Set<AccountId> recipients) {
        if (!recipients.isEmpty()) {
            return "message to oneself";
        }
        return Accounts.CLOSED.equalsIgnoreCase(row.text("TO"))
                ? "closed account"
                : "no recipient profile";
    }

    private boolean isSent(Row row, AccountId sender, Set<AccountId> recipients)
            throws UnreadableCell {
        if (isOwner(sender)) {
            return true;
        }
        if (recipients.stream().anyMatch(this::isOwner)) {
            return false;
        }
        if (owner.isNamed(row.text("FROM"))) {
            return true;
        }
        if (owner.isNamed(row.text("TO"))) {
            return false;
        }
        throw new UnreadableCell(
                owner.hasProfile()
                        ? "neither the sender nor a recipient is the owner of the archive"
                        : "nothing shows who is the owner: import the whole archive, or"
                                + " Profile.csv and Invitations.csv together with this file");
    }

    private boolean isOwner(AccountId account) {
        return owner.is(account) || account.equals(likelyOwner);
    }

    /** The form of 2018, with names instead of addresses. */
    private Reading byNames(Row row) throws UnreadableCell {
        boolean sent = isSentByName(row);
        String to = row.text("TO");
        int recipients = to == null ? 1 : to.split(",", -1).length;
        if (sent && recipients > 1) {
            return row.withhold("recipients not told apart");
        }
        String name = Accounts.name(sent ? to : row.text("FROM"));
        AccountId other = Accounts.named(name);
        if (other == null) {
            return row.withhold("closed account");
        }
        return row.keep(facts(row, sent, Set.of(other), 1 + recipients, name));
    }

    private boolean isSentByName(Row row) throws UnreadableCell {
        String direction = row.text("Direction");
        if ("OUTGOING".equalsIgnoreCase(direction) || owner.isNamed(row.text("FROM"))) {
            return true;
        }
        if ("INCOMING".equalsIgnoreCase(direction) || owner.isNamed(row.text("TO"))) {
            return false;
        }
        throw new UnreadableCell("column 'Direction' is neither OUTGOING nor INCOMING");
    }

    private List<Fact> facts(
            Row row, boolean sent, Set<AccountId> others, int participants, @Nullable String name)
            throws UnreadableCell {
        row.need("DATE");
        Instant at = row.time("DATE");
        List<Fact> facts = new ArrayList<>();
        for (AccountId other : others) {
            AccountId from = sent ? AccountId.OWNER : other;
            AccountId to = sent ? other : AccountId.OWNER;
            if (at != null) {
                int ordinal = sendings.seen(new Sending(from, to, at));
                facts.add(new Fact.Messaged(from, to, at, participants, ordinal));
            }
            if (name != null && introduced.seen(other) == 0) {
                facts.add(new Fact.Described(other, Fact.Trait.NAME, name));
            }
        }
        return facts;
    }

    private static Set<AccountId> profiles(@Nullable String addresses) {
        Set<AccountId> profiles = new LinkedHashSet<>();
        if (addresses != null) {
            for (String address : addresses.split(",", -1)) {
                AccountId profile = Accounts.profile(address.strip());
                if (profile != null) {
                    profiles.add(profile);
                }
            }
        }
        return profiles;
    }

    private static boolean isYes(@Nullable String text) {
        return text != null && Set.of("yes", "true").contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * The account that takes part in nearly all messages between two, as only the owner of an
     * archive does; null if no account stands out among the first records.
     */
    static @Nullable AccountId likelyOwner(CsvFile messages) throws IOException {
        Map<AccountId, Integer> counts = new HashMap<>();
        int among = 0;
        for (int i = 0; i < LOOKED_AT; i++) {
            Row row;
            try {
                row = messages.next();
            } catch (UnreadableCell e) {
                continue;
            }
            if (row == null) {
                break;
            }
            AccountId sender = Accounts.profile(row.text("SENDER PROFILE URL"));
            Set<AccountId> ends = profiles(row.text("RECIPIENT PROFILE URLS"));
            if (sender != null && ends.size() == 1 && ends.add(sender)) {
                among++;
                ends.forEach(account -> counts.merge(account, 1, Integer::sum));
            }
        }
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<AccountId> first =
                counts.entrySet().stream()
                        .filter(count -> count.getValue() == most)
                        .map(Map.Entry::getKey)
                        .toList();
        return first.size() == 1 && 10L * most >= 9L * among ? first.getFirst() : null;
    }
}
