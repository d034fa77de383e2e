package museum.atrium.recording.processing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file that arrived, as far as it is used. Of several tracks the one that its maker marked as default, else the
 * first.
 *
 * @param format the demuxer, by ffmpeg's name: no other is asked, whatever the file pretends to be
 * @param seconds how long it lasts; null when the container does not say
 */
public record Source(
        String format,
        @Nullable Double seconds,
        @Nullable Picture picture,
        @Nullable Sound sound) {

    /**
     * Moving pictures.
     *
     * @param width in pixels as it is shown: rotated, and with square pixels
     * @param framesPerSecond on average
     */
    public record Picture(int stream, int width, int height, double framesPerSecond) {

        int shortSide() {
            return Math.min(width, height);
        }
    }

    public record Sound(int stream, int channels) {}

    public @Nullable Duration duration() {
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1e3));
    }
}
