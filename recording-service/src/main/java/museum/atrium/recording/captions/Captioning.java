package museum.atrium.recording.captions;

import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
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

    Captioning(Recordings recordings, Captions captions) {
        this.recordings = recordings;
        this.captions = captions;
    }

    /** @param file WebVTT or SubRip */
    @Transactional
    public void keep(RecordingId id, String language, String file) {
        List<Cue> cues;
        try {
            cues = CaptionFile.read(file);
        } catch (MalformedCaptions wrong) {
            throw Refusal.invalid(new FieldError("captions", String.valueOf(wrong.getMessage())));
        }
        Recording recording = recordings.lockExtensible(id, "captions");
        if (captions.of(id).size() >= MOST_LANGUAGES
                && captions.text(id, language).isEmpty()) {
            throw Refusal.conflict("captions", "There are captions in %d languages already.".formatted(MOST_LANGUAGES));
        }
        captions.keep(recording.id(), language, cues);
        log.info("The recording {} has captions in {}: {} cues", id, language, cues.size());
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
