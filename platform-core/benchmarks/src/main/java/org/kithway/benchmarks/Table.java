package org.kithway.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A table in Markdown; all columns but the first are numbers. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(headings);
    }

    void row(String first, Object... others) {
        String[] row = new String[others.length + 1];
        row[0] = first;
        for (int i = 0; i < others.length; i++) {
            row[i + 1] = others[i].toString();
        }
        rows.add(row);
    }

    /** A number with so many digits after its point. */
    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    void print(PrintWriter out) {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        print(out, rows.getFirst(), widths);
        out.print("|");
        for (int i = 0; i < widths.length; i++) {
            out.print("-".repeat(widths[i] + 1) + (i == 0 ? "-" : ":") + "|");
        }
        out.println();
        rows.subList(1, rows.size()).forEach(row -> print(out, row, widths));
        out.println();
    }

    private static void print(PrintWriter out, String[] row, int[] widths) {
        out.print("|");
        for (int i = 0; i < row.length; i++) {
            out.printf(
                    Locale.ROOT,
                    i == 0 ? " %-" + widths[i] + "s |" : " %" + widths[i] + "s |",
                    row[i]);
        }
        out.println();
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows.toArray());
    }
}
