package museum.atrium.recording.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the forms in which a processed recording is played, heard or looked at. A file never changes once it is one.
 *
 * @param name the last part of its address
 * @param file its name in the store
 * @param size in bytes
 * @param stream what a player chooses by, of what has a playlist; null for what is fetched as a whole
 */
public record Rendition(
        String name,
        String file,
        String mediaType,
        long size,
        @Nullable Stream stream) {

    /** The whole film, or the whole sound. */
    public static final String VIDEO = "recording.mp4";

    public static final String SOUND = "recording.m4a";
    public static final String POSTER = "poster.jpg";
    private static final String BYTES = ".mp4";
    private static final String PLAYLIST = ".m3u8";
    /** Names all that can be streamed. */
    public static final String MASTER = "recording.m3u8";

    /** Of the whole film, the whole sound and the picture. */
    public static String mediaType(String name) {
        return switch (name) {
            case VIDEO -> "video/mp4";
            case SOUND -> "audio/mp4";
            case POSTER -> "image/jpeg";
            default -> throw new IllegalArgumentException(name + " has no type of its own");
        };
    }

    /**
     * @param width in pixels, 0 for sound
     * @param bandwidth bits per second, at most
     * @param codecs as RFC 6381 writes them
     */
    public record Stream(int width, int height, int bandwidth, String codecs) {

        public boolean audible() {
            return width == 0;
        }
    }

    /** Where its playlist is found, beside its bytes. */
    public String playlistName() {
        return name.substring(0, name.length() - BYTES.length()) + PLAYLIST;
    }

    /** The name of the bytes whose playlist is found under this name, if any is. */
    public static Optional<String> ofPlaylist(String playlistName) {
        return playlistName.endsWith(PLAYLIST)
                ? Optional.of(playlistName.substring(0, playlistName.length() - PLAYLIST.length()) + BYTES)
                : Optional.empty();
    }
}
