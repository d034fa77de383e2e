package museum.atrium.recording.processing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether and how recordings are processed.
 *
 * @param enabled false: what arrives is shown as it is
 * @param toolsFolder where {@code ffmpeg} and {@code ffprobe} lie; empty: on the PATH, else those that the service carries
 * @param atOnce jobs of this instance at the same time
 * @param preset x264's
 * @param longest a source that lasts longer is refused
 * @param silentFor a program that has said nothing for so long is ended
 */
@ConfigurationProperties("atrium.processing")
record ProcessingSettings(
        boolean enabled, @Nullable Path toolsFolder, int atOnce, String preset, Duration longest, Duration silentFor) {

    ProcessingSettings {
        if (atOnce < 1) {
            throw new IllegalArgumentException("RECORDINGS_PROCESSED_AT_ONCE must be 1 or more.");
        }
        toolsFolder = Optional.ofNullable(toolsFolder)
                .filter(given -> !given.toString().isEmpty())
                .orElse(null);
    }
}
