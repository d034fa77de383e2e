package museum.atrium.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies in the folder of the bytes, beside the tools that the service has unpacked there. */
final class StoredFiles {

    private StoredFiles() {}

    static Set<String> in(RecordingSettings settings) {
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("tools-"))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
