package museum.atrium.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;

/** A film of three seconds, followed by as many bytes without meaning as make it so long, which its format allows. */
final class SampleVideo {

    private static final String FILM = "clips/clip.mp4";

    private final byte[] bytes;

    private SampleVideo(byte[] bytes) {
        this.bytes = bytes;
    }

    static SampleVideo ofBytes(int length) {
        byte[] film = film();
        byte[] noise = new byte[length - film.length - 8];
        new Random(length).nextBytes(noise);
        return new SampleVideo(ByteBuffer.allocate(length)
                .put(film)
                .putInt(noise.length + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .put(noise)
                .array());
    }

    private static byte[] film() {
        try (InputStream film = SampleVideo.class.getClassLoader().getResourceAsStream(FILM)) {
            return Objects.requireNonNull(film).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }
}
