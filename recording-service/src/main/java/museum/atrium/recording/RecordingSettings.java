package museum.atrium.recording;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where the bytes lie and how many there may be.
 *
 * @param unfinishedUploadsExpireAfter an upload that nobody has continued for so long is removed
 * @param mediaAddressValidFor how long a page that stays open can still fetch; access is checked again each time
 * @param previewValidFor how long a link opens what is not published yet
 */
@ConfigurationProperties("atrium.recordings")
public record RecordingSettings(
        Path folder,
        DataSize largestUpload,
        Duration unfinishedUploadsExpireAfter,
        Duration mediaAddressValidFor,
        Duration previewValidFor) {

    public RecordingSettings {
        if (largestUpload.toBytes() <= 0) {
            throw new IllegalArgumentException("RECORDINGS_LARGEST_UPLOAD must be more than nothing.");
        }
        folder = folder.toAbsolutePath().normalize();
    }
}
