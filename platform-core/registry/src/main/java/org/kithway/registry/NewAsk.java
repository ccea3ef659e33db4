package org.kithway.registry;

import org.kithway.model.PersonId;
import org.kithway.model.Site;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An ask that is to be made.
 *
 * @param people whom to ask, and over which site; at most {@link #MOST_PEOPLE}
 */
public record NewAsk(
        Purpose purpose,
        String title,
        LocalDate followUp,
        List<Ask.Wording> wordings,
        Map<PersonId, Site> people) {
    public static final int MOST_PEOPLE = 300;
    public static final int MOST_WORDINGS = 10;
    public static final int LONGEST_TITLE = 200;
    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_TEXT = 4_000;

    /**
     * @throws IllegalArgumentException if there is too much or too little of something; the message
     *     says of what
     */
    public NewAsk {
        wordings = List.copyOf(wordings);
        people = new LinkedHashMap<>(people);
        require(!title.isBlank() && title.length() <= LONGEST_TITLE, "title has 1 to 200 letters");
        require(!people.isEmpty() && people.size() <= MOST_PEOPLE, "1 to 300 people are asked");
        require(
                !wordings.isEmpty() && wordings.size() <= MOST_WORDINGS,
                "there are 1 to 10 wordings");
        Set<String> names = new HashSet<>();
        for (Ask.Wording wording : wordings) {
            require(
                    !wording.name().isBlank()
                            && wording.name().length() <= LONGEST_NAME
                            && names.add(wording.name()),
                    "wordings have different names of 1 to 60 letters");
            require(
                    !wording.text().isBlank() && wording.text().length() <= LONGEST_TEXT,
                    "a wording's text has 1 to 4000 letters");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
