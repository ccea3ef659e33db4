package org.kithway.connector.linkedin;

import org.kithway.connector.Reading;
import org.kithway.model.AccountId;
import org.kithway.model.Fact;

import java.util.List;

/**
 * {@code Recommendations_Given.csv} and {@code Recommendations_Received.csv}. The other end is a
 * name alone; what a recommendation says is kept where the profile shows it.
 */
final class Recommendations implements RowReader {
    private final boolean given;

    Recommendations(boolean given) {
        this.given = given;
    }

    @Override
    public Reading read(Row row) throws UnreadableCell {
        String name = Accounts.name(row.text("First Name"), row.text("Last Name"));
        AccountId other = Accounts.named(name);
        if (name == null || other == null) {
            return row.withhold("closed account");
        }
        boolean visible = "VISIBLE".equalsIgnoreCase(row.text("Status"));
        return row.keep(
                List.of(
                        new Fact.Recommended(
                                given ? AccountId.OWNER : other,
                                given ? other : AccountId.OWNER,
                                visible ? row.text("Text") : null,
                                row.time("Creation Date")),
                        new Fact.Described(other, Fact.Trait.NAME, name)));
    }

    /** For a file of which nothing says in which direction it points. */
    static Reading refuse(Row row) throws UnreadableCell {
        throw new UnreadableCell(
                "only the file's name tells recommendations given from those received: rename it"
                        + " to Recommendations_Given.csv or Recommendations_Received.csv");
    }
}
