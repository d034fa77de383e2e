package museum.atrium.localstack.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import museum.atrium.localstack.StackFailure;
import org.jspecify.annotations.Nullable;

/** Where the stack keeps its data: opened by one stack at a time, and only by one that knows how it is laid out. */
public final class DataFolder implements AutoCloseable {

    /** Raised when the layout changes in a way that an older stack would spoil. */
    static final int VERSION = 1;

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            Files.createDirectories(path.resolve("logs"));
            var folder = new DataFolder(path.toRealPath(), lock(path.resolve("lock")));
            try {
                folder.checkVersion();
            } catch (IOException | RuntimeException failure) {
                folder.close();
                throw failure;
            }
            return folder;
        } catch (IOException failure) {
            throw new StackFailure(
                    "The data folder %s cannot be used (%s: %s). Make it writable, or name another one in ATRIUM_DATA."
                            .formatted(path, failure.getClass().getSimpleName(), failure.getMessage()),
                    failure);
        }
    }

    public Path path() {
        return path;
    }

    public Path logs() {
        return path.resolve("logs");
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failure) {
            throw new StackFailure("The lock of the data folder %s cannot be released.".formatted(path), failure);
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StackFailure(
                    "Another stack runs on the data folder %s. Stop that one, or name another folder in ATRIUM_DATA."
                            .formatted(file.getParent()));
        }
        // For people and scripts that wonder who holds it.
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void checkVersion() throws IOException {
        Path file = path.resolve("version");
        if (!Files.exists(file)) {
            Files.writeString(file, VERSION + "\n");
            return;
        }
        String written = Files.readString(file).strip();
        if (!written.matches("\\d{1,9}") || Integer.parseInt(written) > VERSION) {
            throw new StackFailure(
                    "The data folder %s has the layout '%s', which a newer Atrium wrote; this one reads up to %d. "
                                    .formatted(path, written, VERSION)
                            + "Start the newer one, or name another folder in ATRIUM_DATA.");
        }
    }
}
