package org.kithway.registry;

/** Names that people give. */
final class Names {
    private static final int LONGEST = 200;

    private Names() {}

    /**
     * The name without white space around it.
     *
     * @throws IllegalArgumentException if it is no name; the message does not repeat it
     */
    static String legal(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a name has 1 to 200 characters, none of them a control character");
        }
        return stripped;
    }
}
