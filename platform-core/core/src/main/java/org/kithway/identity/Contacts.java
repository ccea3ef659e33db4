package org.kithway.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom somebody knows, each contact by a number and with how many others know that contact, so that
 * a contact whom few know can weigh more. Counts are rounded up to a power of two: a judgement
 * changes only when a count doubles.
 */
public final class Contacts {
    /** Nobody, for those of whom no ties are known. */
    public static final Contacts NONE = new Contacts(-1, new long[0], new byte[0]);

    private final long self;
    private final long[] numbers;
    private final byte[] doublings;

    private Contacts(long self, long[] numbers, byte[] doublings) {
        this.self = self;
        this.numbers = numbers;
        this.doublings = doublings;
    }

    /**
     * @param self the number under which others know the one whose contacts these are; -1 for none
     * @param knownBy of each contact, how many know it, this one included: 1 or more
     */
    public static Contacts of(long self, Map<? extends Number, Integer> knownBy) {
        SortedMap<Long, Integer> sorted = new TreeMap<>();
        knownBy.forEach((contact, count) -> sorted.put(contact.longValue(), count));
        long[] numbers = new long[sorted.size()];
        byte[] doublings = new byte[numbers.length];
        int i = 0;
        for (Map.Entry<Long, Integer> contact : sorted.entrySet()) {
            numbers[i] = contact.getKey();
            doublings[i++] = doublings(contact.getValue());
        }
        return new Contacts(self, numbers, doublings);
    }

    /** The least power of two that is not below the count, as its exponent. */
    private static byte doublings(int count) {
        return (byte) (count <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(count - 1));
    }

    /** How many contacts there are. */
    public int size() {
        return numbers.length;
    }

    /** Whether one of the two knows the other, which nobody does of themselves. */
    boolean know(Contacts other) {
        return Arrays.binarySearch(numbers, other.self) >= 0
                || Arrays.binarySearch(other.numbers, self) >= 0;
    }

    /** Calls for each common contact with the logarithm to base 2 of how many know it; O(n + m). */
    void common(Contacts other, Common action) {
        int i = 0;
        int j = 0;
        while (i < numbers.length && j < other.numbers.length) {
            int order = Long.compare(numbers[i], other.numbers[j]);
            if (order == 0) {
                action.accept(Math.max(doublings[i], other.doublings[j]));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    interface Common {
        void accept(int doublings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contacts that
                && self == that.self
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(doublings, that.doublings);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return numbers.length + " contacts";
    }
}
