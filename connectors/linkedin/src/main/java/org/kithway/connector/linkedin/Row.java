package org.kithway.connector.linkedin;

import org.jspecify.annotations.Nullable;
import org.kithway.connector.Reading;
import org.kithway.model.Fact;
import org.kithway.model.PartialDate;
import org.kithway.model.Place;

import java.time.Instant;
import java.util.List;

/** One data record, its cells under the names of their columns. */
record Row(Place place, Header header, List<String> cells) {

    /** Whether no cell holds anything, as in the rows that spreadsheets leave behind. */
    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    boolean has(String column) {
        return header.has(column);
    }

    /** The cell without surrounding blanks; null if it is blank, {@code NA} or has no column. */
    @Nullable String text(String column) {
        int index = header.index(column);
        if (index < 0 || index >= cells.size()) {
            return null;
        }
        String text = cells.get(index).strip();
        return text.isEmpty() || text.equals("NA") ? null : text;
    }

    /**
     * The cell, which must hold something.
     *
     * @throws UnreadableCell if it does not, or the file has lost the column
     */
    String need(String column) throws UnreadableCell {
        String text = text(column);
        if (text == null) {
            throw new UnreadableCell(
                    has(column)
                            ? "column '" + column + "' is blank"
                            : "the file has no column '" + column + "': export it again");
        }
        return text;
    }

    /**
     * The time in the cell, or null if it is blank.
     *
     * @throws UnreadableCell if it holds something else
     */
    @Nullable Instant time(String column) throws UnreadableCell {
        String text = text(column);
        if (text == null) {
            return null;
        }
        Instant time = Dates.instant(text);
        if (time == null) {
            throw new UnreadableCell("column '" + column + "' is not a date in a known form");
        }
        return time;
    }

    /**
     * The date in the cell, or null if it is blank.
     *
     * @throws UnreadableCell if it holds something else
     */
    @Nullable PartialDate date(String column) throws UnreadableCell {
        String text = text(column);
        if (text == null) {
            return null;
        }
        PartialDate date = Dates.partial(text);
        if (date == null) {
            throw new UnreadableCell("column '" + column + "' is not a date in a known form");
        }
        return date;
    }

    Reading keep(List<Fact> facts) {
        return new Reading.Statement(place, facts);
    }

    Reading keep(Fact fact) {
        return keep(List.of(fact));
    }

    Reading withhold(String rule) {
        return new Reading.Withheld(place, rule);
    }
}
