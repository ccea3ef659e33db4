package org.kithway.benchmarks.identity;

import org.jspecify.annotations.Nullable;
import org.kithway.identity.match.Column;
import org.kithway.identity.match.FieldKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What columns mean, told by their headings alone: the one place where it is decided how a set is
 * compared. Columns that no rule knows, such as numbers of rows, are left out.
 */
final class Meaning {
    private static final Map<Pattern, @Nullable FieldKind> RULES = rules();
    private static final Pattern PART_OF_DATE =
            Pattern.compile("b([ymd])|birth_?(y|m|d)(ear|onth|ay)?|dob_(y|m|d)(ear|onth|ay)?");

    private Meaning() {}

    private static Map<Pattern, @Nullable FieldKind> rules() {
        Map<String, @Nullable FieldKind> rules = new LinkedHashMap<>();
        rules.put("(rec|unique|ent|row|record|source)?_?id|cluster|group|source_dataset", null);
        rules.put("(given|first|f)_?name(_c1|_1)?", FieldKind.GIVEN_NAME);
        rules.put("(sur|last|family|l)_?name(_c1|_1)?", FieldKind.FAMILY_NAME);
        rules.put("(first|f|l|last|middle|given|second)_?name.*", FieldKind.CODE);
        rules.put(".*(birth|dob|date).*", FieldKind.DATE);
        rules.put(".*mail.*", FieldKind.MAIL);
        rules.put(".*(post_?code|zip|soc_sec|ssn|phone|isbn|code).*", FieldKind.CODE);
        rules.put("(street_|house_)?(number|no|nr)|age|year|price|volume", FieldKind.NUMBER);
        rules.put("address_?2|.*(city|suburb|town|place|county).*", FieldKind.PLACE);
        rules.put(".*(address|street).*", FieldKind.ADDRESS);
        rules.put("state|country|nationality|sex|gender", FieldKind.CATEGORY);
        rules.put("authors?|people|cast|actors", FieldKind.PEOPLE);
        rules.put(
                "(full_?)?name|title|venue|journal|description|manufacturer|occupation",
                FieldKind.TEXT);
        Map<Pattern, @Nullable FieldKind> compiled = new LinkedHashMap<>();
        rules.forEach((pattern, kind) -> compiled.put(Pattern.compile(pattern), kind));
        return compiled;
    }

    /** How a column of this heading is compared, or null if it is not. */
    static @Nullable FieldKind of(String heading) {
        for (Map.Entry<Pattern, @Nullable FieldKind> rule : RULES.entrySet()) {
            if (rule.getKey().matcher(heading).matches()) {
                return rule.getValue();
            }
        }
        return null;
    }

    /** The columns of the tables, one after the other, that any of them compares. */
    static List<Column> columns(List<CsvTable> tables) {
        List<Column> columns = new ArrayList<>();
        List<String> headings = tables.getFirst().headings();
        List<Integer> dates = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading = headings.get(i);
            FieldKind kind = of(heading);
            if (PART_OF_DATE.matcher(heading).matches()) {
                dates.add(i);
            } else if (kind != null) {
                columns.add(new Column(heading, kind, values(tables, heading)));
            }
        }
        if (dates.size() == 3) {
            columns.add(new Column("date of birth", FieldKind.DATE, dates(tables, dates)));
        }
        return columns;
    }

    private static List<String> values(List<CsvTable> tables, String heading) {
        List<String> values = new ArrayList<>();
        for (CsvTable table : tables) {
            values.addAll(table.column(table.headings().indexOf(heading)));
        }
        return values;
    }

    /** Year, month and day in columns of their own, in that order. */
    private static List<String> dates(List<CsvTable> tables, List<Integer> columns) {
        List<String> dates = new ArrayList<>();
        for (CsvTable table : tables) {
            for (List<String> row : table.rows()) {
                StringBuilder date = new StringBuilder();
                for (int column : columns) {
                    String part = row.get(column);
                    date.append("0".repeat(Math.max(0, 2 - part.length()))).append(part);
                }
                dates.add(date.toString());
            }
        }
        return dates;
    }
}
