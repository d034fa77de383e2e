package museum.atrium.inbox.receiving;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the message that follows DATA, block by block and not a byte further than its final dot: what comes behind are
 * the next commands of a client that pipelines. Only CRLF ends a line, so that no message smuggles in a second one.
 */
public final class DotTerminated {

    private static final int BLOCK = 8_192;

    private enum At {
        LINE_START,
        IN_LINE,
        AFTER_CR,
        AFTER_DOT,
        AFTER_DOT_CR,
        END
    }

    private final MessageBytes message;
    private At at = At.LINE_START;

    private DotTerminated(int limit) {
        this.message = new MessageBytes(limit);
    }

    /** @param in supports marks */
    public static byte[] read(InputStream in, int limit) throws IOException, MessageTooLong {
        DotTerminated reading = new DotTerminated(limit);
        byte[] block = new byte[BLOCK];
        while (reading.at != At.END) {
            in.mark(BLOCK);
            int length = in.read(block);
            if (length < 0) {
                throw new EOFException("The connection ended inside a message");
            }
            int used = reading.take(block, length);
            if (used < length) {
                in.reset();
                in.skipNBytes(used);
            }
        }
        return reading.message.whole();
    }

    private int take(byte[] block, int length) {
        int used = 0;
        while (used < length && at != At.END) {
            take(block[used++]);
        }
        return used;
    }

    private void take(byte b) {
        switch (at) {
            case LINE_START -> {
                if (b == '.') {
                    at = At.AFTER_DOT;
                } else {
                    keep(b);
                }
            }
            case IN_LINE -> keep(b);
            case AFTER_CR -> {
                keep(b);
                if (b == '\n') {
                    at = At.LINE_START;
                }
            }
            case AFTER_DOT -> {
                if (b == '\r') {
                    at = At.AFTER_DOT_CR;
                } else {
                    keep(b);
                }
            }
            case AFTER_DOT_CR -> {
                if (b == '\n') {
                    at = At.END;
                } else {
                    keep((byte) '\r');
                    keep(b);
                }
            }
            case END -> throw new IllegalStateException("Nothing belongs to the message behind its end");
        }
    }

    private void keep(byte b) {
        message.add(b);
        at = b == '\r' ? At.AFTER_CR : At.IN_LINE;
    }
}
