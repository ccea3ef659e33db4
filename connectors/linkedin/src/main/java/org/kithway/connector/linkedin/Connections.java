package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code Connections.csv}: who is connected with the owner, since when, and where they work at the
 * time of the export.
 */
final class Connections implements RowReader {
    private final @Nullable PartialDate exportedOn;

    Connections(@Nullable PartialDate exportedOn) {
        this.exportedOn = exportedOn;
    }

    @Override
    public Reading read(Row row) throws UnreadableCell {
        String name = Accounts.name(row.text("First Name"), row.text("Last Name"));
        AccountId profile = Accounts.profile(row.text("URL"));
        AccountId email = Accounts.email(row.text("Email Address"));
        AccountId contact =
                profile != null ? profile : email != null ? email : Accounts.named(name);
        if (contact == null) {
            if (row.text("URL") != null) {
                throw new UnreadableCell("column 'URL' is not the address of a profile");
            }
            return row.withhold("closed account");
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Connected(AccountId.OWNER, contact, row.date("Connected On")));
        if (name != null) {
            facts.add(new Fact.Described(contact, Fact.Trait.NAME, name));
        }
        String organization = row.text("Company");
        String title = row.text("Position");
        if (organization != null || title != null) {
            facts.add(
                    new Fact.Position(
                            contact, organization, title, null, null, null, null, exportedOn));
        }
        if (email != null && !email.equals(contact)) {
            facts.add(new Fact.SameAs(contact, email));
        }
        return row.keep(facts);
    }
}
