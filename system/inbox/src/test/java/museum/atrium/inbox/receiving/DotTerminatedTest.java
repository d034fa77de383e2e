package museum.atrium.inbox.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DotTerminatedTest {

    @ParameterizedTest
    @CsvSource({
        "'one\\r\\n.\\r\\n', 'one\\r\\n'",
        "'.\\r\\n', ''",
        "'..\\r\\n.\\r\\n', '.\\r\\n'",
        "'...dots\\r\\n.\\r\\n', '..dots\\r\\n'",
        "'a.b\\r\\n.\\r\\n', 'a.b\\r\\n'",
        "'.x\\r\\n.\\r\\n', 'x\\r\\n'",
        "'a\\r\\r\\n.\\r\\n', 'a\\r\\r\\n'"
    })
    void dotsThatTheClientAddedAreTakenAwayAgain(String sent, String message) throws Exception {
        assertThat(read(sent.translateEscapes(), 7)).isEqualTo(message.translateEscapes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\n.\\nb", "a\\n.\\r\\nb", "a\\r.\\rb", "a\\r\\n.\\nb", "a\\r\\n.\\rb"})
    void onlyADotBetweenProperLineEndsEndsAMessage(String smuggled) throws Exception {
        String sent = smuggled.translateEscapes() + "\r\n.\r\n";
        assertThat(read(sent, 64)).contains("b\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8_192, 100_000})
    void itMattersNotInWhichPiecesAMessageComes(int piece) throws Exception {
        String line = "A line that is neither short nor long\r\n..\r\n.with a dot\r\n";
        String message = line.repeat(1_000);
        String sent = message.replace("\r\n.", "\r\n..") + ".\r\n";
        assertThat(read(sent, piece)).isEqualTo(message);
    }

    @Test
    void commandsThatWereSentAheadStayInTheStream() throws Exception {
        InputStream in = new BufferedInputStream(bytes("text\r\n.\r\nMAIL FROM:<a@example.org>\r\n"));
        DotTerminated.read(in, 1_000);
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("MAIL FROM:<a@example.org>\r\n");
    }

    @Test
    void aMessageThatIsTooLongIsReadToItsEnd() throws Exception {
        InputStream in = new BufferedInputStream(bytes("x".repeat(20_000) + "\r\n.\r\nQUIT\r\n"));
        assertThatThrownBy(() -> DotTerminated.read(in, 10_000)).isInstanceOf(MessageTooLong.class);
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("QUIT\r\n");
    }

    @Test
    void aMessageOfExactlyTheLimitIsTaken() throws Exception {
        InputStream in = new BufferedInputStream(bytes("x".repeat(9_998) + "\r\n.\r\n"));
        assertThat(DotTerminated.read(in, 10_000)).hasSize(10_000);
    }

    @Test
    void aConnectionThatEndsInsideAMessageIsNoMessage() {
        InputStream in = new BufferedInputStream(bytes("half a mess"));
        assertThatThrownBy(() -> DotTerminated.read(in, 1_000)).isInstanceOf(EOFException.class);
    }

    private static String read(String sent, int piece) throws Exception {
        InputStream in = new BufferedInputStream(new InPieces(bytes(sent), piece));
        String message = new String(DotTerminated.read(in, 1_000_000), StandardCharsets.UTF_8);
        assertThat(in.read()).isEqualTo(-1);
        return message;
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives as few bytes at once as a slow network. */
    private static final class InPieces extends FilterInputStream {

        private final int piece;

        InPieces(InputStream in, int piece) {
            super(in);
            this.piece = piece;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, piece));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
