package org.kithway.experiment;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an ask carries so that what comes of it can be counted without tracking anybody: a short
 * code. Who passes an ask on passes on a child of the code, the parent with a number behind it, so
 * that codes alone tell who had it from whom.
 *
 * @param text such as {@code K7QMB2XA} and its second child {@code K7QMB2XA-2}
 */
public record Code(String text) {
    /** Crockford's letters: none that are taken for another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 8;
    private static final int DEEPEST = 12;
    private static final Pattern FORM =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{8}(-[1-9][0-9]{0,2}){0,12}");

    public Code {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a code");
        }
    }

    /** A new code that nobody can guess: one of 32^8. */
    public static Code fresh(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new Code(text.toString());
    }

    /**
     * What somebody typed, in whichever case and with letters that look alike; empty if it is no
     * code.
     */
    public static Optional<Code> typed(String typed) {
        String text =
                typed.strip()
                        .toUpperCase(Locale.ROOT)
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        return FORM.matcher(text).matches() ? Optional.of(new Code(text)) : Optional.empty();
    }

    /** The code for the n-th whom it is passed on to, counted from 1. */
    public Code child(int n) {
        return new Code(text + "-" + n);
    }

    /** The code that this is a child of; empty for one that was sent first. */
    public Optional<Code> parent() {
        int end = text.lastIndexOf('-');
        return end < 0 ? Optional.empty() : Optional.of(new Code(text.substring(0, end)));
    }

    /** The code that was sent first. */
    public Code root() {
        int end = text.indexOf('-');
        return end < 0 ? this : new Code(text.substring(0, end));
    }

    /** How often it was passed on, 0 to 12. */
    public int depth() {
        return (int) text.chars().filter(c -> c == '-').count();
    }

    /** Whether it may be passed on once more. */
    public boolean mayBePassedOn() {
        return depth() < DEEPEST;
    }

    /** Itself and those before it, the first one first. */
    List<Code> line() {
        List<Code> line = new ArrayList<>();
        Optional<Code> code = Optional.of(this);
        while (code.isPresent()) {
            line.addFirst(code.get());
            code = code.get().parent();
        }
        return line;
    }
}
