package museum.atrium.recording.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import museum.atrium.http.Refusal;

/** Text that somebody else has written. */
final class Utf8 {

    private Utf8() {}

    static String read(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherwise) {
            throw Refusal.badRequest("The text is not written in UTF-8: save it so, and send it again.");
        }
    }
}
