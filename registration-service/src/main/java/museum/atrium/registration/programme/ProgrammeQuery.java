package museum.atrium.registration.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reader asks the programme for; a null does not narrow it. */
record ProgrammeQuery(
        @Nullable ActivityKind kind,
        @Nullable String series,
        @Nullable When when,
        @Nullable String text,
        @Nullable String language,
        int limit,
        @Nullable ProgrammeCursor after,
        Instant now) {

    enum When {
        UPCOMING,
        PAST
    }

    boolean earliestFirst() {
        return when == When.UPCOMING;
    }
}
