package org.kithway.connector.twitter;

import org.kithway.connector.JsonRecord;
import org.kithway.connector.Reading;
import org.kithway.connector.UnreadableRecord;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.Place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Direct messages: who wrote to whom, when, and among how many; never what. Of a group only the
 * ties between the owner and the others are stated, and only if the owner wrote there: strangers
 * put people into groups to advertise.
 */
final class Messages implements RecordReader {
    private final Owner owner;
    private final boolean groups;
    private final Recent<Sending> sendings = new Recent<>();

    Messages(Owner owner, boolean groups) {
        this.owner = owner;
        this.groups = groups;
    }

    private record Sending(AccountId from, AccountId to, Instant at) {}

    @Override
    public Reading read(Place place, JsonRecord event) throws UnreadableRecord {
        if (event.has("welcomeMessageCreate")) {
            return new Reading.Withheld(place, "automatic message");
        }
        if (!event.has("messageCreate")) {
            return new Reading.Withheld(place, "change of a group");
        }
        if (owner.who() == null) {
            throw new UnreadableRecord(
                    "nothing shows who is the owner: import the whole archive, or account.js"
                            + " together with this file");
        }
        JsonRecord message = event.object("messageCreate");
        AccountId sender = account(message, "senderId");
        Instant at = Times.parse(message.need("createdAt"));
        if (at == null) {
            throw new UnreadableRecord("field 'createdAt' is not a time in a known form");
        }
        Set<AccountId> others = new LinkedHashSet<>();
        if (groups) {
            event.texts(Conversations.PARTICIPANTS).stream()
                    .map(id -> AccountId.of(Who.TWITTER, id))
                    .forEach(others::add);
            others.add(sender);
        } else {
            others.add(sender);
            others.add(account(message, "recipientId"));
        }
        boolean knowsOwner = others.removeIf(owner::is);
        if (others.isEmpty()) {
            return new Reading.Withheld(place, "message to oneself");
        }
        if (!groups && !knowsOwner) {
            throw new UnreadableRecord(
                    "neither the sender nor the recipient is the owner of the archive");
        }
        boolean sent = owner.is(sender);
        if (groups && !sent && !wroteHere(event)) {
            return new Reading.Withheld(place, "group in which the owner never wrote");
        }
        int participants = others.size() + 1;
        List<Fact> facts = new ArrayList<>();
        if (sent) {
            others.forEach(to -> facts.add(messaged(AccountId.OWNER, to, at, participants)));
        } else {
            facts.add(messaged(sender, AccountId.OWNER, at, participants));
        }
        return new Reading.Statement(place, facts);
    }

    private Fact messaged(AccountId from, AccountId to, Instant at, int participants) {
        int ordinal = sendings.seen(new Sending(from, to, at));
        return new Fact.Messaged(from, to, at, participants, ordinal);
    }

    private boolean wroteHere(JsonRecord event) {
        return event.texts(Conversations.WRITERS).stream()
                .anyMatch(id -> owner.is(AccountId.of(Who.TWITTER, id)));
    }

    private static AccountId account(JsonRecord message, String field) throws UnreadableRecord {
        AccountId account = Who.numbered(message.need(field));
        if (account == null) {
            throw new UnreadableRecord("field '" + field + "' is not the number of an account");
        }
        return account;
    }
}
