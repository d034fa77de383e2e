package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import museum.atrium.recording.catalogue.MediaKind;
import museum.atrium.recording.processing.Probing;
import museum.atrium.recording.processing.Probing.Found;
import museum.atrium.recording.processing.Source;
import museum.atrium.recording.store.MediaFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at what arrived: is it something to watch or hear, and what is its SHA-256. */
@Component
class Checking {

    private static final int BUFFER = 1 << 16;

    private final MediaFolder folder;
    private final UploadLocks locks;
    private final Probing probing;
    private final Imports imports;
    private final CheckResults results;

    Checking(MediaFolder folder, UploadLocks locks, Probing probing, Imports imports, CheckResults results) {
        this.folder = folder;
        this.locks = locks;
        this.probing = probing;
        this.imports = imports;
        this.results = results;
    }

    /** Whoever finds another at it leaves it to them. */
    void check(Upload upload) {
        String lock = upload.check();
        try (var held = locks.tryHold(lock, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
                .orElse(null)) {
            if (held != null) {
                look(upload);
                Files.deleteIfExists(folder.path(lock));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void look(Upload upload) throws IOException {
        Path file = folder.path(upload.file());
        long size = folder.size(upload.file());
        if (size == 0) {
            results.failed(upload, "The file is empty: it has no bytes at all.");
            return;
        }
        Optional<MediaKind> kind = Sniffing.kindOf(beginning(file));
        if (kind.isEmpty()) {
            results.failed(
                    upload,
                    "The file is neither video nor audio of a kind that can be shown: MP4, MOV, WebM, Matroska, Ogg, MP3,"
                            + " M4A or WAV.");
            return;
        }
        switch (probing.probe(file, kind.get())) {
            case Found.Unusable(String reason) -> results.failed(upload, reason);
            case Found.Usable(Source source) -> usable(upload, kind.get(), size, file, source);
            case Found.NotAsked notAsked -> usable(upload, kind.get(), size, file, null);
        }
    }

    private void usable(Upload upload, MediaKind kind, long size, Path file, @Nullable Source source)
            throws IOException {
        String sha256 = sha256(file);
        if (imports.sha256(upload.id()).filter(wanted -> !wanted.equals(sha256)).isPresent()) {
            results.failed(upload, "The file that came is not the one that was asked for: its SHA-256 is another.");
        } else {
            results.usable(upload, kind, size, sha256, source);
        }
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(Sniffing.BYTES_NEEDED);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("The service is stopping; the upload is checked after its next start");
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
