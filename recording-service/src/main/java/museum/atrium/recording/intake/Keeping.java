package museum.atrium.recording.intake;

import java.util.Optional;
import museum.atrium.recording.RecordingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is written down while a file is fetched. */
@Component
class Keeping {

    private final Uploads uploads;
    private final Imports imports;
    private final RecordingSettings settings;

    Keeping(Uploads uploads, Imports imports, RecordingSettings settings) {
        this.uploads = uploads;
        this.imports = imports;
        this.settings = settings;
    }

    /** In bytes. */
    long largest() {
        return settings.largestUpload().toBytes();
    }

    /** Of the whole file, in bytes, as the server said it when it was asked before; nothing when it did not. */
    Optional<Long> length(Import asked) {
        return uploads.find(asked.upload()).map(Upload::length);
    }

    /** @param length of the whole file, for its progress; null when the server does not say */
    @Transactional
    public void version(Import asked, @Nullable String etag, @Nullable Long length) {
        imports.version(asked.upload(), etag);
        uploads.find(asked.upload()).ifPresent(upload -> uploads.touch(upload, length));
    }

    boolean isWanted(Import asked) {
        return uploads.find(asked.upload()).isPresent();
    }

    @Transactional
    public void arrived(Import asked, long length) {
        uploads.find(asked.upload()).ifPresent(upload -> uploads.touch(upload, length));
        imports.arrived(asked.upload());
    }
}
