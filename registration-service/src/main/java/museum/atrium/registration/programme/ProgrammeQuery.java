package museum.atrium.registration.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which page of the programme a call asks for. */
record ProgrammeQuery(
        ProgrammeFilter filter,
        @Nullable When when,
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
