package museum.atrium.localstack.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that a part's output goes to. It is bounded at each start: what is too large becomes the one older file. */
final class PartLog {

    private static final long LARGEST = 10L * 1024 * 1024;

    private final Path file;

    PartLog(Path folder, String part) {
        this.file = folder.resolve(part + ".log");
    }

    Path file() {
        return file;
    }

    ProcessBuilder.Redirect open() throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }
}
