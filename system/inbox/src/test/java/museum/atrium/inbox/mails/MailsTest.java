package museum.atrium.inbox.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void mailsAreThereAgainAfterARestart() throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            for (int i = 1; i <= 23; i++) {
                add(mails, "reader" + i + "@example.org", "message " + i);
            }
        }
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(mails.count()).isEqualTo(23);
            assertThat(ids(mails, null))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 23).mapToObj(i -> 24 - i).toList());
            assertThat(text(mails, 17)).contains("message 17");
            assertThat(mails.find(17).orElseThrow().envelope())
                    .isEqualTo(new Envelope("atrium@example.org", List.of("reader17@example.org"), "Hello", NOON));
            assertThat(ids(mails, "reader4@example.org")).containsExactly(4L);
            assertThat(add(mails, "late@example.org", "later")).isEqualTo(24);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40, 90})
    void aMailThatWasHalfWrittenWhenTheProcessDiedIsCutOff(int missingBytes) throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            add(mails, "first@example.org", "kept");
            add(mails, "second@example.org", "torn, and long enough for every length that this test cuts off");
        }
        try (var file = new RandomAccessFile(onlyFile().toFile(), "rw")) {
            file.setLength(file.length() - missingBytes);
        }
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(ids(mails, null)).containsExactly(1L);
            assertThat(add(mails, "third@example.org", "after the crash")).isEqualTo(2);
        }
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(text(mails, 1)).contains("kept");
            assertThat(text(mails, 2)).contains("after the crash");
        }
    }

    @Test
    void bytesThatAreNoMailAreCutOffTheEnd() throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            add(mails, "first@example.org", "kept");
        }
        Files.write(
                onlyFile(),
                new byte[] {0, 0, 0, 20, 1, 2, 3, 4, 0, 0, 0, 4, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9},
                StandardOpenOption.APPEND);
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(ids(mails, null)).containsExactly(1L);
            assertThat(add(mails, "second@example.org", "next")).isEqualTo(2);
        }
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(text(mails, 2)).contains("next");
        }
    }

    @Test
    void theNewestHundredThousandAreHeldAndTheOldestGoByWholeFiles() throws IOException {
        int capacity = 100_000;
        try (Mails mails = Mails.open(folder, capacity)) {
            for (int i = 1; i <= capacity + 12_000; i++) {
                add(mails, "reader" + i + "@example.org", "message " + i);
            }
            assertThat(mails.count()).isBetween(capacity, capacity + capacity / 20);
            assertThat(ids(mails, null))
                    .hasSize(mails.count())
                    .startsWith(112_000L)
                    .contains(12_001L)
                    .doesNotContain(1L);
            assertThat(mails.find(1)).isEmpty();
            assertThat(ids(mails, "reader1@example.org")).isEmpty();
            assertThat(ids(mails, "reader50000@example.org")).containsExactly(50_000L);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(Segment::isSegment).count()).isLessThanOrEqualTo(21);
        }
        try (Mails mails = Mails.open(folder, capacity)) {
            assertThat(mails.count()).isBetween(capacity, capacity + capacity / 20);
            assertThat(text(mails, 112_000)).contains("message 112000");
        }
    }

    @Test
    void mailsThatArriveAtOnceGetEachTheirOwnIdWhileOthersRead() throws Exception {
        int writers = 8;
        int each = 400;
        var written = new ArrayList<Long>();
        try (Mails mails = Mails.open(folder, 10_000);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Future<List<Long>>>();
            for (int w = 0; w < writers; w++) {
                String to = "writer" + w + "@example.org";
                tasks.add(threads.submit(addMany(mails, to, each)));
                threads.submit(() -> ids(mails, to));
            }
            for (Future<List<Long>> task : tasks) {
                written.addAll(task.get());
            }
            assertThat(written).doesNotHaveDuplicates().hasSize(writers * each);
            for (long id : written) {
                String to = mails.find(id).orElseThrow().envelope().to().getFirst();
                assertThat(text(mails, id)).startsWith("Subject: Hello").contains(to);
            }
            assertThat(ids(mails, "writer3@example.org")).hasSize(each);
        }
    }

    @Test
    void anAddressIsFoundWhateverItsCaseAndAmongSeveral() throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            byte[] message = "Subject: Both\r\n\r\n".getBytes(StandardCharsets.UTF_8);
            var both = List.of("Ines@Example.org", "jo@example.org");
            mails.add(new Envelope("atrium@example.org", both, "Both", NOON), message);
            add(mails, "jo@example.org", "one");
            assertThat(ids(mails, "INES@example.ORG")).containsExactly(1L);
            assertThat(ids(mails, "jo@example.org")).containsExactly(2L, 1L);
            assertThat(ids(mails, "nobody@example.org")).isEmpty();
        }
    }

    @Test
    void aListCanBeContinuedWhereItsPageEnded() throws IOException {
        try (Mails mails = Mails.open(folder, 40)) {
            for (int i = 1; i <= 10; i++) {
                add(mails, "jo@example.org", "message " + i);
            }
            var page = new ArrayList<Long>();
            mails.newestFirst("jo@example.org", 8, 3, mail -> page.add(mail.id()));
            assertThat(page).containsExactly(7L, 6L, 5L);
        }
    }

    @Test
    void afterForgettingAllIdsAreNotUsedAgain() throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            add(mails, "jo@example.org", "one");
            mails.clear();
            mails.clear();
            assertThat(mails.count()).isZero();
            assertThat(ids(mails, null)).isEmpty();
        }
        try (Mails mails = Mails.open(folder, 100)) {
            assertThat(add(mails, "jo@example.org", "two")).isEqualTo(2);
            assertThat(text(mails, 2)).contains("two");
        }
    }

    @Test
    void aFolderBelongsToOneInboxAtATime() throws IOException {
        try (Mails mails = Mails.open(folder, 100)) {
            assertThatThrownBy(() -> Mails.open(folder, 100)).hasMessageContaining("in use");
            assertThat(add(mails, "jo@example.org", "goes on")).isEqualTo(1);
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Segment::isSegment).findFirst().orElseThrow();
        }
    }

    private static Callable<List<Long>> addMany(Mails mails, String to, int howMany) {
        return () -> {
            var ids = new ArrayList<Long>();
            for (int i = 0; i < howMany; i++) {
                ids.add(add(mails, to, "message " + i + " to " + to));
            }
            return ids;
        };
    }

    private static long add(Mails mails, String to, String body) throws IOException {
        byte[] message = ("Subject: Hello\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
        return mails.add(new Envelope("atrium@example.org", List.of(to), "Hello", NOON), message);
    }

    private static List<Long> ids(Mails mails, @Nullable String to) throws IOException {
        var ids = new ArrayList<Long>();
        mails.newestFirst(to, Long.MAX_VALUE, Integer.MAX_VALUE, mail -> ids.add(mail.id()));
        return ids;
    }

    private static String text(Mails mails, long id) {
        Optional<byte[]> bytes = mails.bytes(id);
        return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
    }
}
