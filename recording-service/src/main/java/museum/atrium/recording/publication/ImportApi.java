package museum.atrium.recording.publication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.intake.Importing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recordings/{id}/import")
class ImportApi {

    private final Importing importing;
    private final Answers answers;

    ImportApi(Importing importing, Answers answers) {
        this.importing = importing;
        this.answers = answers;
    }

    /** @param sha256 which the file must have, in hexadecimal digits */
    record Wanted(@Nullable String url, @Nullable String sha256) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    RecordingAnswer begin(@PathVariable UUID id, @RequestBody Wanted wanted) {
        String sha256 = wanted.sha256();
        if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
            throw Refusal.invalid(new FieldError("sha256", "Write it as 64 hexadecimal digits, or leave it out."));
        }
        RecordingId recording = new RecordingId(id);
        importing.begin(recording, url(wanted.url()), sha256 == null ? null : sha256.toLowerCase(Locale.ROOT));
        return answers.of(recording);
    }

    @DeleteMapping
    RecordingAnswer cancel(@PathVariable UUID id) {
        importing.cancel(new RecordingId(id));
        return answers.of(new RecordingId(id));
    }

    private static URI url(@Nullable String written) {
        try {
            return new URI(written == null ? "" : written.strip());
        } catch (URISyntaxException unreadable) {
            throw Refusal.invalid(new FieldError("url", "This is no address: " + unreadable.getReason() + "."));
        }
    }
}
