package org.kithway.connector;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names of files are let in. */
final class EntryName {
    private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

    private EntryName() {}

    /**
     * What is wrong with a path, in words that do not repeat it; null if nothing is.
     *
     * @param path separated by {@code /}
     */
    static @Nullable String fault(String path, ExportLimits limits) {
        if (path.isBlank()) {
            return "is empty";
        }
        if (path.length() > limits.pathLength()) {
            return "is longer than " + limits.pathLength() + " characters";
        }
        if (path.chars().anyMatch(EntryName::deceives)) {
            return "holds control characters";
        }
        if (path.indexOf('\\') >= 0) {
            return "holds a backslash";
        }
        if (path.startsWith("/") || (path.length() > 1 && path.charAt(1) == ':' && drive(path))) {
            return "is absolute";
        }
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                return "leads outside";
            }
            if (step.isEmpty() || step.equals(".")) {
                return "has an empty step";
            }
        }
        return null;
    }

    /** Whether the operating system put the file there rather than the site. */
    static boolean isLitter(String path) {
        List<String> steps = List.of(path.split("/"));
        String last = steps.getLast();
        return steps.contains("__MACOSX")
                || last.startsWith("._")
                || LITTER.contains(last.toLowerCase(Locale.ROOT));
    }

    /**
     * The last step of a file's name as a browser or a person gave it.
     *
     * @throws ExportException if that is no name to work with
     */
    static String ofFile(String given, ExportLimits limits) throws ExportException {
        String name =
                given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String fault = fault(name, limits);
        if (fault != null) {
            throw new ExportException("the file's name " + fault + ": rename it");
        }
        return name;
    }

    private static boolean drive(String path) {
        char letter = Character.toLowerCase(path.charAt(0));
        return letter >= 'a' && letter <= 'z';
    }

    /** Controls, and the marks that make a line read otherwise than it is written. */
    private static boolean deceives(int c) {
        return Character.isISOControl(c)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
