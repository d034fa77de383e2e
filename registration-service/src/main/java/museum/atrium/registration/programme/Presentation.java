package museum.atrium.registration.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader of the programme is shown beside the texts. */
public record Presentation(@Nullable Picture cover, Accessibility accessibility) {

    /** What is offered so that everyone can take part. */
    public record Accessibility(List<Offer> offers, LocalizedText note) {}

    public enum Offer {
        LIVE_CAPTIONS,
        SIGN_LANGUAGE,
        AUDIO_DESCRIPTION,
        TRANSCRIPT,
        PLAIN_LANGUAGE,
        SCREEN_READER_FRIENDLY
    }
}
