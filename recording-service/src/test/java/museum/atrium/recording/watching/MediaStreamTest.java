package museum.atrium.recording.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStreamTest {

    private static final int SIZE = 1_000_000;
    private static final ByteRange WHOLE = new ByteRange(0, SIZE - 1);

    @TempDir
    Path folder = Path.of("");

    private Path film = folder;
    private final AtomicInteger seconds = new AtomicInteger();
    private final Clock clock = new EverLater().withZone(ZoneOffset.UTC);
    private final ByteArrayOutputStream client = new ByteArrayOutputStream();

    @BeforeEach
    void aFilm() throws Exception {
        film = folder.resolve("film");
        Files.write(film, new byte[SIZE]);
    }

    @Test
    void sendsTheWholeRangeWhileItMayBeWatched() throws Exception {
        assertThat(send(() -> true, client)).isTrue();
        assertThat(client.size()).isEqualTo(SIZE);
    }

    @Test
    void stopsInTheMiddleWhenTheRightEnds() throws Exception {
        AtomicInteger asked = new AtomicInteger();

        assertThat(send(() -> asked.incrementAndGet() < 2, client)).isFalse();

        assertThat(client.size()).isGreaterThan(0).isLessThan(SIZE);
    }

    @Test
    void stopsInTheMiddleWhenTheFileIsEmptied() throws Exception {
        OutputStream retracting = new OutputStream() {
            @Override
            public void write(int single) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                client.write(bytes, from, count);
                try (FileChannel file = FileChannel.open(film, StandardOpenOption.WRITE)) {
                    file.truncate(0);
                } catch (java.io.IOException impossible) {
                    throw new java.io.UncheckedIOException(impossible);
                }
            }
        };

        assertThat(send(() -> true, retracting)).isFalse();
        assertThat(client.size()).isLessThan(SIZE);
    }

    private boolean send(java.util.function.BooleanSupplier allowed, OutputStream to) throws Exception {
        try (InputStream file = Files.newInputStream(film)) {
            return new MediaStream(clock, allowed).send(file, WHOLE, to);
        }
    }

    /** A second passes with every look at it. */
    private final class EverLater implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.incrementAndGet());
        }
    }
}
