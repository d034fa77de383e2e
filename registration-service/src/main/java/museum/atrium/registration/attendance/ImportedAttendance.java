package museum.atrium.registration.attendance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a list.
 *
 * @param dryRun whether nothing was stored
 * @param attended registrations that the list says came
 * @param added those of them that were not known to have come
 * @param settledAt since when who did not come counts as absent; null: that is still open
 * @param unmatched the lines that count for nobody, at most 1,000
 */
record ImportedAttendance(
        boolean dryRun, int attended, int added, @Nullable Instant settledAt, List<Unmatched> unmatched) {

    enum Reason {
        /** The line has no mail address that can be read. */
        NO_ADDRESS,
        /** Nobody registered for the activity with it. */
        NOT_REGISTERED,
        /** Whoever did has no place: cancelled, waiting, or not confirmed. */
        NOT_CONFIRMED,
        /** They chose other sessions. */
        NOT_CHOSEN
    }

    record Unmatched(int line, String name, @Nullable String email, Reason reason) {

        private static final int MOST = 1_000;
        private static final int LONGEST = 500;

        static Unmatched of(Presence presence, Reason reason) {
            String address = presence.address();
            return new Unmatched(
                    presence.line(), shortened(presence.name()), address == null ? null : shortened(address), reason);
        }

        static List<Unmatched> inOrder(List<Unmatched> all) {
            return all.stream()
                    .sorted(Comparator.comparingInt(Unmatched::line))
                    .limit(MOST)
                    .toList();
        }

        private static String shortened(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        }

        /** Never who it was: this may end in a log. */
        @Override
        public String toString() {
            return "line " + line + ": " + reason;
        }
    }
}
