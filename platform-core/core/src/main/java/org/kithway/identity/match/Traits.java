package org.kithway.identity.match;

import java.util.ArrayList;
import java.util.List;

/** Texts that two values of a field mostly share if they are of one entity. */
final class Traits {
    private static final int MOST_WORDS = 4;

    private Traits() {}

    static List<String> of(Column column, int field, int record) {
        List<String> traits = new ArrayList<>();
        if (column.isMissing(record)) {
            return traits;
        }
        String value = column.value(record);
        int length = value.length();
        // The parts of a name share their traits: they are written in another order.
        String own = column.kind().isName() ? "n" : String.valueOf(field);
        switch (column.kind()) {
            case GIVEN_NAME, FAMILY_NAME -> {
                traits.add(own + "=" + value);
                traits.add(own + "<" + value.substring(0, Math.min(3, length)));
                traits.add(own + ">" + value.substring(Math.max(0, length - 3)));
            }
            case DATE -> {
                traits.add(own + "=" + value);
                if (length >= 8) {
                    traits.add(own + "<" + value.substring(0, length - 2));
                    traits.add(own + ">" + value.substring(4));
                }
            }
            case PLACE, ADDRESS -> {
                traits.add(own + "=" + value);
                traits.add(own + "<" + value.substring(0, Math.min(4, length)));
            }
            case NUMBER, CATEGORY -> traits.add(own + "=" + value);
            case CODE -> {
                traits.add(own + "=" + value);
                traits.add(own + "<" + value.substring(0, length / 2));
                traits.add(own + ">" + value.substring(length / 2));
            }
            case MAIL -> {
                traits.add(own + "=" + value);
                int at = value.indexOf('@');
                if (at > 0) {
                    traits.add(own + "<" + value.substring(0, at));
                    traits.add(own + ">" + value.substring(at));
                }
            }
            case TEXT, PEOPLE, LIST -> {
                String[] rarest = column.rarest(record);
                for (int i = 0; i < Math.min(MOST_WORDS, rarest.length); i++) {
                    traits.add(own + "=" + rarest[i]);
                }
            }
        }
        return traits;
    }
}
