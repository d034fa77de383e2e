package museum.atrium.localstack.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import museum.atrium.localstack.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent;

    @Test
    void aNewFolderSaysWhichLayoutItHas() throws IOException {
        try (var folder = DataFolder.open(parent.resolve("a/b"))) {
            assertThat(folder.resolve("version")).hasContent(Integer.toString(DataFolder.VERSION));
            assertThat(folder.logs()).isDirectory();
        }
    }

    @Test
    void aFolderOfANewerAtriumIsRefusedAndLeftAlone() throws IOException {
        DataFolder.open(parent).close();
        Files.writeString(parent.resolve("version"), (DataFolder.VERSION + 1) + "\n");

        assertThatThrownBy(() -> DataFolder.open(parent))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("newer Atrium")
                .hasMessageContaining("ATRIUM_DATA");
        assertThat(parent.resolve("version")).hasContent(Integer.toString(DataFolder.VERSION + 1));
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefusedUntilTheFirstOneStops() {
        var first = DataFolder.open(parent);
        assertThatThrownBy(() -> DataFolder.open(parent)).hasMessageContaining("Another stack runs");

        first.close();

        DataFolder.open(parent).close();
    }

    @Test
    void aRefusedVersionDoesNotKeepTheFolderLocked() throws IOException {
        DataFolder.open(parent).close();
        Files.writeString(parent.resolve("version"), "99\n");
        assertThatThrownBy(() -> DataFolder.open(parent)).isInstanceOf(StackFailure.class);

        Files.writeString(parent.resolve("version"), DataFolder.VERSION + "\n");

        DataFolder.open(parent).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInOneSentence() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "not a folder");

        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("ATRIUM_DATA");
    }
}
