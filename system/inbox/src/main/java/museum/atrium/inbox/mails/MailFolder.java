package museum.atrium.inbox.mails;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the files, held by one process at a time; a killed process lets go of it. */
final class MailFolder implements Closeable {

    private final Path path;
    private final FileChannel claim;

    private MailFolder(Path path, FileChannel claim) {
        this.path = path;
        this.claim = claim;
    }

    static MailFolder claim(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel claim =
                FileChannel.open(path.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (claim.tryLock() != null) {
                return new MailFolder(path, claim);
            }
        } catch (OverlappingFileLockException sameProcess) {
            // answered below, as for any other process
        }
        claim.close();
        throw new IOException("The inbox folder " + path + " is in use by another inbox");
    }

    /** Every file that is there, oldest first, or a first one. */
    List<Segment> open() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(path)) {
            files = list.filter(Segment::isSegment).sorted().toList();
        }
        if (files.isEmpty()) {
            return List.of(begin(1));
        }
        var segments = new ArrayList<Segment>();
        for (Path finished : files.subList(0, files.size() - 1)) {
            segments.add(Segment.openFinished(finished));
        }
        segments.add(Segment.reopen(files.getLast()));
        return segments;
    }

    Segment begin(long firstId) throws IOException {
        return Segment.create(path, firstId);
    }

    @Override
    public void close() throws IOException {
        claim.close();
    }
}
