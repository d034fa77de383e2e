package museum.atrium.inbox.mails;

import java.util.List;
import java.util.Locale;

/**
 * A recipient as a few bits of a long, so that 100,000 mails are searched in memory with 8 bytes each. A mail's mark
 * holds the bits of all its recipients; a match is a candidate that the envelope on disk confirms.
 */
final class RecipientMark {

    private static final int BITS = 5;

    private RecipientMark() {}

    static long of(List<String> addresses) {
        long mark = 0;
        for (String address : addresses) {
            mark |= of(address);
        }
        return mark;
    }

    static long of(String address) {
        // Through upper case as String.equalsIgnoreCase does: some letters differ only in lower case.
        long hash =
                spread(address.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).hashCode());
        long mark = 0;
        for (int i = 0; i < BITS; i++) {
            mark |= 1L << (hash & 63);
            hash >>>= 6;
        }
        return mark;
    }

    /** The finaliser of SplitMix64: neighbouring addresses get bits that have nothing to do with each other. */
    private static long spread(int value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
