package museum.atrium.inbox.mails;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A mail as it lies in a file: length of the rest (4 bytes), checksum of the rest (4), length of the envelope (4),
 * envelope, message.
 */
final class MailRecord {

    static final int HEADER = 12;
    private static final int CHECKED_FROM = 8;

    private MailRecord() {}

    static byte[] encode(Envelope envelope, byte[] message) {
        byte[] head = envelope.encode();
        var bytes = ByteBuffer.allocate(HEADER + head.length + message.length);
        bytes.position(CHECKED_FROM).putInt(head.length).put(head).put(message);
        bytes.putInt(0, bytes.capacity() - CHECKED_FROM).putInt(4, checksum(bytes.array(), CHECKED_FROM));
        return bytes.array();
    }

    static int totalLength(ByteBuffer header) {
        return header.getInt(0) + CHECKED_FROM;
    }

    static int envelopeLength(ByteBuffer header) {
        return header.getInt(CHECKED_FROM);
    }

    /** Whether the two lengths can be true in a file with this many bytes left. */
    static boolean isPlausible(ByteBuffer header, long bytesLeft) {
        int rest = header.getInt(0);
        int envelope = envelopeLength(header);
        return rest >= HEADER - CHECKED_FROM
                && rest + (long) CHECKED_FROM <= bytesLeft
                && envelope >= 0
                && envelope <= rest - (HEADER - CHECKED_FROM);
    }

    static boolean isWhole(byte[] record) {
        return ByteBuffer.wrap(record).getInt(4) == checksum(record, CHECKED_FROM);
    }

    private static int checksum(byte[] bytes, int from) {
        var checksum = new CRC32C();
        checksum.update(bytes, from, bytes.length - from);
        return (int) checksum.getValue();
    }
}
