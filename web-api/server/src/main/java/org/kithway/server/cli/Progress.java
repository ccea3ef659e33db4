package org.kithway.server.cli;

/** One line that tells how far something is: rewritten on a terminal, else told at milestones. */
final class Progress {
    private static final int BAR = 20;

    private final Console console;
    private String shown = "";
    private String milestone = "";

    Progress(Console console) {
        this.console = console;
    }

    /**
     * Shows how things stand.
     *
     * @param milestone what has to change for the line to be told where lines cannot be rewritten
     */
    void show(String text, String milestone) {
        String line = Text.clean(text);
        if (console.terminal()) {
            if (!line.equals(shown)) {
                int rest = Math.max(0, shown.length() - line.length());
                console.err().print("\r" + line + " ".repeat(rest));
            }
        } else if (!milestone.equals(this.milestone)) {
            console.err().println(line);
        }
        console.err().flush();
        this.milestone = milestone;
        shown = line;
    }

    /** Leaves the line as it is and goes to the next. */
    void end() {
        if (console.terminal() && !shown.isEmpty()) {
            console.err().println();
            console.err().flush();
        }
        shown = "";
    }

    /**
     * @param done 0 to 1
     */
    static String bar(double done) {
        int full = (int) Math.round(Math.clamp(done, 0, 1) * BAR);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + Text.percent(done);
    }
}
