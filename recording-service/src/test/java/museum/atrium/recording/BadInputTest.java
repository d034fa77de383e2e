package museum.atrium.recording;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import museum.atrium.testing.badinput.BadInput;
import museum.atrium.testing.badinput.Operation;
import museum.atrium.testing.badinput.StoredRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whatever is sent, by mistake or on purpose: it works, or is refused in a way that helps, and nothing breaks. */
@WholeService
// There is an ffmpeg, and nobody who asks it: what waits stays as it is while it is looked at.
@TestPropertySource(properties = {"atrium.processing.enabled=true", "atrium.processing.look-every=1d"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private DataSource database;

    @Autowired
    private LiveRooms rooms;

    @Autowired
    private JdbcClient jdbc;

    private ValidCalls calls;
    private BadInput badInput;

    @BeforeAll
    void somethingWasRecorded(@LocalServerPort int port) {
        calls = new ValidCalls(organiser, neighbours, rooms, this::nothingProcessedIt);
        // When an upload was asked for last is noted of refused requests, too: what counts of it are its bytes.
        Supplier<String> rows = new StoredRows(database, "upload", "import");
        badInput = new BadInput("recording", port, WholeService.PASSWORD, () -> rows.get() + uploads() + files());
    }

    static List<Operation> operations() {
        return Operation.all("recording");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredOrClearlyRefused(Operation operation) {
        badInput.send(operation, calls.of(operation));
    }

    private void nothingProcessedIt(UUID recording) {
        jdbc.sql("delete from processing where recording = :id")
                .param("id", recording)
                .update();
        jdbc.sql("update recording set state = 'READY' where id = :id")
                .param("id", recording)
                .update();
    }

    private String uploads() {
        return jdbc.sql("select string_agg(id || ' ' || length || finished, ',' order by id) from upload")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How many bytes have arrived, by upload. */
    private String files() {
        File[] files = settings.folder().toFile().listFiles();
        return Arrays.stream(files == null ? new File[0] : files)
                .map(file -> file.getName() + " " + file.length())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
