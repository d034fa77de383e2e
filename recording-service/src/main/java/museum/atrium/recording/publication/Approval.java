package museum.atrium.recording.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be said before a recording is shown.
 *
 * @param approved null: nobody has approved it
 */
record Approval(@Nullable Approved approved, List<Release> releases) {

    static final Approval NONE = new Approval(null, List.of());

    /** @param by the account's name as people know it */
    record Approved(String by, Instant at) {}

    /** @param released whether the speaker lets it be shown */
    record Release(
            String speaker, boolean released, @Nullable String note) {}
}
