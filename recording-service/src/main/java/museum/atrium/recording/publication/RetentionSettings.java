package museum.atrium.recording.publication;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long recordings are kept. None: until an organiser takes them back.
 *
 * @param published from its publication on; then it is retracted
 * @param source what was uploaded, from the end of its processing on; what was made of it stays
 */
@ConfigurationProperties("atrium.retention")
record RetentionSettings(
        @Nullable Duration published, @Nullable Duration source) {

    RetentionSettings {
        refuseNothing(published, "RECORDINGS_RETENTION");
        refuseNothing(source, "RECORDINGS_SOURCE_RETENTION");
    }

    private static void refuseNothing(@Nullable Duration time, String name) {
        if (time != null && !time.isPositive()) {
            throw new IllegalArgumentException(name + " must be more than nothing, as P90D is, or be left empty.");
        }
    }
}
