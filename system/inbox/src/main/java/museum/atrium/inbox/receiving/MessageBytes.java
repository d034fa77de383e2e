package museum.atrium.inbox.receiving;

import java.util.Arrays;

/** Collects a message up to a limit and forgets it beyond. */
final class MessageBytes {

    private final int limit;
    private byte[] bytes = new byte[8_192];
    private int length;
    private boolean tooLong;

    MessageBytes(int limit) {
        this.limit = limit;
    }

    void add(byte b) {
        if (length == limit || tooLong) {
            tooLong = true;
            bytes = new byte[0];
            length = 0;
            return;
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, bytes.length * 2));
        }
        bytes[length++] = b;
    }

    byte[] whole() throws MessageTooLong {
        if (tooLong) {
            throw new MessageTooLong();
        }
        return Arrays.copyOf(bytes, length);
    }
}
