package org.kithway.connector.linkedin;

import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.ArrayList;
import java.util.List;

/** {@code Endorsement_Given_Info.csv} and {@code Endorsement_Received_Info.csv}. */
final class Endorsements implements RowReader {
    private final boolean given;

    Endorsements(boolean given) {
        this.given = given;
    }

    @Override
    public Reading read(Row row) throws UnreadableCell {
        if (!row.need("Endorsement Status").equalsIgnoreCase("ACCEPTED")) {
            return row.withhold("endorsement not accepted");
        }
        String end = given ? "Endorsee " : "Endorser ";
        String name = Accounts.name(row.text(end + "First Name"), row.text(end + "Last Name"));
        AccountId account = Accounts.profile(row.text(end + "Public Url"));
        AccountId other = account != null ? account : Accounts.named(name);
        if (other == null) {
            return row.withhold("closed account");
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact.Endorsed(
                        given ? AccountId.OWNER : other,
                        given ? other : AccountId.OWNER,
                        row.need("Skill Name"),
                        row.time("Endorsement Date")));
        if (name != null) {
            facts.add(new Fact.Described(other, Fact.Trait.NAME, name));
        }
        return row.keep(facts);
    }
}
