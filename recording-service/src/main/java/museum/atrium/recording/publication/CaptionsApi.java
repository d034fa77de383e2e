package museum.atrium.recording.publication;

import java.util.Locale;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.captions.Captioning;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recordings/{id}/captions/{language}")
class CaptionsApi {

    private final Captioning captioning;
    private final Answers answers;

    CaptionsApi(Captioning captioning, Answers answers) {
        this.captioning = captioning;
        this.answers = answers;
    }

    @PutMapping(consumes = {"text/vtt", "application/x-subrip", MediaType.TEXT_PLAIN_VALUE})
    RecordingAnswer keep(
            @PathVariable UUID id,
            @PathVariable String language,
            @RequestBody(required = false) byte @Nullable [] file) {
        if (file == null || file.length == 0) {
            throw Refusal.invalid(new FieldError(
                    "captions", "They are empty: send a file of captions, WebVTT or SubRip, as the body."));
        }
        captioning.keep(new RecordingId(id), known(language), Utf8.read(file));
        return answers.of(new RecordingId(id));
    }

    @DeleteMapping
    RecordingAnswer remove(@PathVariable UUID id, @PathVariable String language) {
        captioning.remove(new RecordingId(id), known(language));
        return answers.of(new RecordingId(id));
    }

    /** Written as the standard recommends, so that one language is not there twice. */
    private static String known(String language) {
        DraftRules.language(language).ifPresent(wrong -> {
            throw Refusal.invalid(wrong);
        });
        return Locale.forLanguageTag(language).toLanguageTag();
    }
}
