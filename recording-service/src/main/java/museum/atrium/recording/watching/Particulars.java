package museum.atrium.recording.watching;

import java.time.Instant;
import museum.atrium.pages.ZonedTimes;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.captions.TimeCodes;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.processing.Processing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a page says of a recording beside its title. */
@Component
class Particulars {

    private final Processing processing;

    Particulars(Processing processing) {
        this.processing = processing;
    }

    /**
     * In the reader's language.
     *
     * @param recorded when it was; null: not known, as of what no session with a time was recorded of
     * @param published when it was; null: not yet, or it is said when it was recorded
     * @param until when it can be watched; null: nothing ends it
     * @param lasts in hours, minutes and seconds; null when nobody knows
     */
    record Particular(
            @Nullable Moment recorded,
            @Nullable Moment published,
            @Nullable Moment until,
            @Nullable String lasts) {}

    /** @param machine as machines read it */
    record Moment(String machine, String text) {

        private static @Nullable Moment of(@Nullable Instant instant, ZonedTimes times) {
            return instant == null ? null : new Moment(instant.toString(), times.moment(instant));
        }
    }

    Particular of(Recording recording, KnownActivity activity, ZonedTimes times) {
        Instant published = recording.publishedAt();
        // What is shown before its session begins was recorded at another time.
        Instant recorded = activity.start(recording.session())
                .filter(start -> published != null && !start.isAfter(published))
                .orElse(null);
        return new Particular(
                Moment.of(recorded, times),
                recorded == null ? Moment.of(published, times) : null,
                Moment.of(recording.availableUntil(), times),
                processing
                        .of(recording.id())
                        .map(Processing.Standing::shown)
                        .map(length -> TimeCodes.read(length.toSeconds()))
                        .orElse(null));
    }
}
