package museum.atrium.recording.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.recording.RecordingSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** The folder of the bytes. Instances of the service share it. */
@Component
public class MediaFolder {

    private static final Logger log = LoggerFactory.getLogger(MediaFolder.class);
    /** What is fetched, and not whole yet. */
    static final String PART = ".part";

    private static final String WORK = ".work";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Pattern NAME = Pattern.compile("[0-9a-f-]{36}(\\.[a-z]+)?");

    private final Path folder;
    private final Clock clock;

    MediaFolder(RecordingSettings settings, Clock clock) {
        this.clock = clock;
        folder = settings.folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException impossible) {
            throw new UncheckedIOException(
                    "The folder for recordings cannot be made: set RECORDINGS_FOLDER to a writable one instead of "
                            + folder,
                    impossible);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalStateException("The folder for recordings is not writable: " + folder);
        }
    }

    /** Where the file of this name lies. Names are ours, never a client's. */
    public Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name of a file in the store");
        }
        return folder.resolve(name);
    }

    /** The folder in which a file of this name is made. */
    public static String work(UUID file) {
        return file + WORK;
    }

    /** Bytes that arrived for this file, 0 when there is none. */
    public long size(String name) {
        try {
            return Files.size(path(name));
        } catch (NoSuchFileException none) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether anything lies here of a file of this name, or is being made. */
    public boolean holds(String name) {
        return Files.exists(path(name)) || name.indexOf('.') < 0 && Files.exists(path(name + WORK));
    }

    /** Of which nothing has come for a day: whoever fetched them is gone. */
    void removeForgottenParts() throws IOException {
        FileTime limit = FileTime.from(clock.instant().minus(FORGOTTEN));
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).compareTo(limit) < 0) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    /** A file that nobody wants, with the folder in which it is made; the row that named it first finds it again if it stays. */
    public void removeQuietly(UUID made) {
        removeQuietly(work(made));
        removeQuietly(made.toString());
    }

    private void removeQuietly(String name) {
        try {
            remove(name);
        } catch (IOException triedAgain) {
            log.warn("A file that is not wanted any more could not be removed yet: {}", name, triedAgain);
        }
    }

    /** Emptied first: a reader that has it open still, here or in another instance, gets no further byte. */
    void remove(String name) throws IOException {
        if (Files.isDirectory(path(name), LinkOption.NOFOLLOW_LINKS)) {
            FileSystemUtils.deleteRecursively(path(name));
            return;
        }
        try (FileChannel file = FileChannel.open(path(name), StandardOpenOption.WRITE)) {
            file.truncate(0);
        } catch (NoSuchFileException gone) {
            return;
        }
        Files.deleteIfExists(path(name));
    }
}
