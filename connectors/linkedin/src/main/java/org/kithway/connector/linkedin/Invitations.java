package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code Invitations.csv}: who asked whom to connect. The two ends are profile addresses since
 * 2024, member numbers in 2023, and names before.
 */
final class Invitations implements RowReader {
    private final Owner owner;

    Invitations(Owner owner) {
        this.owner = owner;
    }

    @Override
    public Reading read(Row row) throws UnreadableCell {
        AccountId inviter = end(row, "inviterProfileUrl", "inviterProfileUrn");
        AccountId invitee = end(row, "inviteeProfileUrl", "inviteeProfileUrn");
        boolean sent = isSent(row, inviter, invitee);
        AccountId account = sent ? invitee : inviter;
        String name = Accounts.name(row.text(sent ? "To" : "From"));
        AccountId other = account != null ? account : Accounts.named(name);
        if (other == null) {
            return row.withhold("closed account");
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(
                sent
                        ? new Fact.Invited(AccountId.OWNER, other, row.time("Sent At"))
                        : new Fact.Invited(other, AccountId.OWNER, row.time("Sent At")));
        if (name != null) {
            facts.add(new Fact.Described(other, Fact.Trait.NAME, name));
        }
        owner.learn(sent ? inviter : invitee, facts);
        return row.keep(facts);
    }

    private boolean isSent(Row row, @Nullable AccountId inviter, @Nullable AccountId invitee)
            throws UnreadableCell {
        String direction = row.text("Direction");
        if (direction != null) {
            switch (direction.toUpperCase(Locale.ROOT)) {
                case "OUTGOING":
                    return true;
                case "INCOMING":
                    return false;
                default:
                    break;
            }
        }
        if (owner.is(inviter) || owner.isNamed(row.text("From"))) {
            return true;
        }
        if (owner.is(invitee) || owner.isNamed(row.text("To"))) {
            return false;
        }
        throw new UnreadableCell("column 'Direction' is neither OUTGOING nor INCOMING");
    }

    private static @Nullable AccountId end(Row row, String url, String urn) {
        String address = row.text(url);
        return Accounts.profile(address != null ? address : row.text(urn));
    }
}
