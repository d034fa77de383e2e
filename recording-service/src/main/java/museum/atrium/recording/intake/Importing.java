package museum.atrium.recording.intake;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.destination.Destinations;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a recording's file fetched, in place of an upload. */
@Component
public class Importing {

    private static final Logger log = LoggerFactory.getLogger(Importing.class);
    private static final int LONGEST_ADDRESS = 2_000;

    private final Uploads uploads;
    private final Imports imports;
    private final Destinations destinations;

    Importing(Uploads uploads, Imports imports, Destinations destinations) {
        this.uploads = uploads;
        this.imports = imports;
        this.destinations = destinations;
    }

    /** @param sha256 64 hexadecimal digits; null: whatever comes */
    @Transactional
    public void begin(RecordingId recording, URI url, @Nullable String sha256) {
        begin(recording, url, sha256, null);
    }

    /** @param authorization the header that opens it, told to that host alone; null: the address is enough */
    @Transactional
    public void begin(RecordingId recording, URI url, @Nullable String sha256, @Nullable String authorization) {
        complaint(url).ifPresent(complaint -> {
            throw Refusal.invalid(new FieldError("url", complaint));
        });
        UUID id = UUID.randomUUID();
        uploads.begin(id, recording, null, null);
        imports.add(id, url, sha256, authorization);
        log.info("The file of the recording {} is fetched from {}", recording, url.getHost());
    }

    /** What is still being fetched goes on from there, with what opens it now. */
    @Transactional
    public void renew(RecordingId recording, URI url, @Nullable String authorization) {
        if (imports.of(recording).isPresent() && complaint(url).isEmpty()) {
            imports.renew(recording, url, authorization);
        }
    }

    /** Nothing more is fetched; it awaits an upload again. */
    @Transactional
    public void cancel(RecordingId recording) {
        Upload upload = uploads.of(recording)
                .filter(found -> imports.isOf(found.id()))
                .orElseThrow(() -> Refusal.conflict("recording-state", "Nothing is being fetched for it."));
        uploads.terminate(upload);
        log.info("The file of the recording {} is no longer fetched", recording);
    }

    /** Why nothing is fetched from there; nothing where it is tried. */
    public Optional<String> complaint(URI url) {
        if (url.toString().length() > LONGEST_ADDRESS
                || !url.isAbsolute()
                || url.getHost() == null
                || url.getUserInfo() != null) {
            return Optional.of(
                    "Give the address of a file: https://, a host, and no password; 2,000 characters at most.");
        }
        return destinations.complaint(url);
    }
}
