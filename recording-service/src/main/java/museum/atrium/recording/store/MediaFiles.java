package museum.atrium.recording.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finished files, wherever they lie. */
@Component
public class MediaFiles {

    private static final Logger log = LoggerFactory.getLogger(MediaFiles.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MediaFolder folder;
    private final Bucket bucket;
    private final StoredObjects objects;
    private final BucketSettings settings;

    MediaFiles(MediaFolder folder, Bucket bucket, StoredObjects objects, BucketSettings settings) {
        this.folder = folder;
        this.bucket = bucket;
        this.objects = objects;
        this.settings = settings;
    }

    /**
     * @param to included; what is read may go on behind it
     * @throws NoSuchFileException if it is gone
     * @throws IOException if it cannot be had now
     */
    public InputStream open(String name, long from, long to) throws IOException {
        try {
            return Channels.newInputStream(
                    FileChannel.open(folder.path(name), StandardOpenOption.READ).position(from));
        } catch (NoSuchFileException elsewhere) {
            return bucket.open(name, from, to);
        }
    }

    /**
     * Where programs can read it, which may take until it is fetched; a bucket that does not answer is waited for.
     *
     * @param goOn asked again and again whether it is still wanted
     * @return empty when it is not
     */
    public Optional<Path> local(String name, BooleanSupplier goOn) {
        Path file = folder.path(name);
        if (!bucket.isUsed() || Files.exists(file)) {
            return Optional.of(file);
        }
        objects.fetched(name, settings.fetchedStays());
        while (goOn.getAsBoolean()) {
            try {
                Path part = folder.path(UUID.randomUUID() + MediaFolder.PART);
                return bucket.fetch(name, part, file, goOn) ? Optional.of(file) : Optional.empty();
            } catch (Bucket.Away away) {
                log.warn("The file {} cannot be fetched at the moment, and is waited for: {}", name, away.getMessage());
            } catch (IOException goneOrNoRoom) {
                throw new UncheckedIOException(goneOrNoRoom);
            }
            if (!paused()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** In bytes; 0 when there is none. */
    public long size(String name) {
        long here = folder.size(name);
        return here > 0 ? here : objects.size(name).orElse(0L);
    }

    /** Whether anything is left of it, anywhere. */
    public boolean holds(String name) throws IOException {
        return folder.holds(name) || objects.size(name).isPresent() || bucket.isUsed() && bucket.holds(name);
    }
}
