package museum.atrium.recording.captions;

import java.time.Duration;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Processing.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, replaces and removes captions, whatever state the recording is in as long as it was not retracted. */
@Component
public class Captioning {

    private static final Logger log = LoggerFactory.getLogger(Captioning.class);
    private static final int MOST_LANGUAGES = 100;

    private final Recordings recordings;
    private final Captions captions;
    private final Processing processing;

    Captioning(Recordings recordings, Captions captions, Processing processing) {
        this.recordings = recordings;
        this.captions = captions;
        this.processing = processing;
    }

    /** @param file WebVTT or SubRip */
    @Transactional
    public void keep(RecordingId id, String language, String file) {
        List<Cue> cues = read(file);
        Recording recording = recordings.lockExtensible(id, "captions");
        if (captions.of(id).size() >= MOST_LANGUAGES
                && captions.text(id, language).isEmpty()) {
            throw Refusal.conflict("captions", "There are captions in %d languages already.".formatted(MOST_LANGUAGES));
        }
        refuseBehindTheEnd(id, cues);
        captions.keep(recording.id(), language, cues, Duration.ZERO);
        log.info("The recording {} has captions in {}: {} cues", id, language, cues.size());
    }

    /** Written by a machine, of what was uploaded, in the language that is spoken: nothing that is there gives way to it. */
    @Transactional
    public void keepTranscript(RecordingId id, String file) {
        List<Cue> cues = read(file);
        Recording recording = recordings.lockExtensible(id, "captions");
        if (captions.text(id, recording.language()).isEmpty()) {
            captions.keep(id, recording.language(), cues, trimmed(id).negated());
            log.info("The recording {} has a transcript: {} cues", id, cues.size());
        }
    }

    private Duration trimmed(RecordingId id) {
        return processing.of(id).map(standing -> standing.trim().start()).orElse(Duration.ZERO);
    }

    /** Where nobody knows the end yet, it is not asked. */
    private void refuseBehindTheEnd(RecordingId id, List<Cue> cues) {
        processing
                .of(id)
                .map(Standing::shown)
                .ifPresent(end -> cues.stream()
                        .filter(cue -> cue.startMillis() > end.toMillis())
                        .findFirst()
                        .ifPresent(cue -> {
                            throw Refusal.invalid(new FieldError(
                                    "captions",
                                    "Words are said at %s, and the recording is over at %s: time them as it is shown."
                                            .formatted(
                                                    TimeCodes.exact(Duration.ofMillis(cue.startMillis())),
                                                    TimeCodes.exact(end))));
                        }));
    }

    private static List<Cue> read(String file) {
        try {
            return CaptionFile.read(file);
        } catch (MalformedCaptions wrong) {
            throw Refusal.invalid(new FieldError("captions", String.valueOf(wrong.getMessage())));
        }
    }

    @Transactional
    public void remove(RecordingId id, String language) {
        recordings.lockExtensible(id, "captions");
        if (!captions.remove(id, language)) {
            throw Refusal.notFound("The recording %s has no captions in %s.".formatted(id, language));
        }
        log.info("The recording {} has no captions in {} any more", id, language);
    }
}
