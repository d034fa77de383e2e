package museum.atrium.system;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Bytes that begin as an MP4 file does and go on as noise: uploads are compared, not looked at. */
final class SampleVideo {

    private static final int FILE_TYPE_BOX = 24;

    private final byte[] bytes;

    private SampleVideo(byte[] bytes) {
        this.bytes = bytes;
    }

    static SampleVideo ofBytes(int length) {
        byte[] noise = new byte[length - FILE_TYPE_BOX - 8];
        new Random(length).nextBytes(noise);
        return new SampleVideo(ByteBuffer.allocate(length)
                .putInt(FILE_TYPE_BOX)
                .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                .putInt(512)
                .put("isommp42".getBytes(StandardCharsets.US_ASCII))
                .putInt(noise.length + 8)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .put(noise)
                .array());
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return bytes.length;
    }
}
