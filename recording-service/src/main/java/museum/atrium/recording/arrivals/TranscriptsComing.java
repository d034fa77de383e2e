package museum.atrium.recording.arrivals;

import java.time.Duration;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.recording.Errand;
import museum.atrium.recording.arrivals.ArrivedTranscripts.Due;
import museum.atrium.recording.captions.Captioning;
import museum.atrium.recording.intake.SmallTexts;
import museum.atrium.recording.intake.SmallTexts.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has transcripts fetched once their recordings are there, and kept as captions. */
@Component
class TranscriptsComing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TranscriptsComing.class);
    private static final Duration WAIT = Duration.ofMinutes(10);

    private final ArrivedTranscripts transcripts;
    private final SmallTexts texts;
    private final Captioning captioning;
    private final Errand errand = new Errand("transcripts", this::fetchWhatIsDue);

    TranscriptsComing(ArrivedTranscripts transcripts, SmallTexts texts, Captioning captioning) {
        this.transcripts = transcripts;
        this.texts = texts;
        this.captioning = captioning;
    }

    @Scheduled(fixedDelayString = "${atrium.arrivals.match-every}")
    void nowAndThen() {
        errand.begin();
    }

    private void fetchWhatIsDue() {
        for (Optional<Due> due = transcripts.claim(); due.isPresent(); due = transcripts.claim()) {
            fetch(due.get());
        }
        transcripts.giveUpOld();
    }

    private void fetch(Due due) {
        switch (texts.fetch(due.file(), due.authorization())) {
            case Answer.Text(String text) -> keep(due, text);
            case Answer.Later(String reason) -> {
                log.warn("The transcript of the recording {} has not come yet: {}", due.recording(), reason);
                transcripts.again(due.id(), WAIT);
            }
            case Answer.Never(String reason) -> {
                log.warn("The transcript of the recording {} does not come: {}", due.recording(), reason);
                transcripts.done(due.id());
            }
        }
    }

    @Override
    public void destroy() {
        errand.close();
    }

    private void keep(Due due, String text) {
        try {
            captioning.keepTranscript(due.recording(), text);
        } catch (Refusal refused) {
            log.warn("The transcript of the recording {} is not kept: {}", due.recording(), refused.getMessage());
        }
        transcripts.done(due.id());
    }
}
