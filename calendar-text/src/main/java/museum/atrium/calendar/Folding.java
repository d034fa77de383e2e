package museum.atrium.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Folds iCalendar lines at 75 octets between characters (RFC 5545, 3.1). ical4j folds at 75 UTF-16 units, which makes
 * lines of Arabic or Japanese two or three times too long and can cut an emoji in half.
 */
final class Folding {

    private static final String FOLD = "\r\n ";
    private static final int OCTETS = 75;

    private Folding() {}

    static byte[] again(String folded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(folded.length() + 256);
        for (String line : folded.replace(FOLD, "").split("\r\n", -1)) {
            if (!line.isEmpty()) {
                fold(line, bytes);
            }
        }
        return bytes.toByteArray();
    }

    private static void fold(String line, ByteArrayOutputStream bytes) {
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        int start = 0;
        int room = OCTETS;
        while (octets.length - start > room) {
            int end = start + room;
            while (isContinuation(octets[end])) {
                end--;
            }
            bytes.write(octets, start, end - start);
            bytes.writeBytes(FOLD.getBytes(StandardCharsets.US_ASCII));
            start = end;
            room = OCTETS - 1;
        }
        bytes.write(octets, start, octets.length - start);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isContinuation(byte octet) {
        return (octet & 0xC0) == 0x80;
    }
}
