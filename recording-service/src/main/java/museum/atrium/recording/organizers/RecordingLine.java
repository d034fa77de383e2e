package museum.atrium.recording.organizers;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.pages.ZonedTimes;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.KnownActivity.Slot;
import museum.atrium.recording.catalogue.Recording;
import org.jspecify.annotations.Nullable;

/**
 * A recording as its organisers see it in a list.
 *
 * @param activity its title in their language; empty: nothing is known of it any more
 * @param slug of the activity; empty as well
 * @param session its title; empty: it is of the activity as a whole
 * @param state the last part of a message's name; as access
 * @param moment when it was published, or is to be; else when it was entered
 * @param link where it lies when it was not uploaded here; null: it was, or is to be
 */
record RecordingLine(
        UUID id,
        String title,
        String language,
        String activity,
        String slug,
        String session,
        String state,
        String access,
        String moment,
        String when,
        @Nullable String reason,
        @Nullable String link) {

    static RecordingLine of(Recording recording, Optional<KnownActivity> activity, Locale reader, ZonedTimes times) {
        Instant moment = moment(recording);
        return new RecordingLine(
                recording.id().value(),
                recording.title(),
                recording.language(),
                activity.map(known -> known.titleFor(reader)).orElse(""),
                activity.map(KnownActivity::slug).orElse(""),
                activity.map(known -> session(known, recording.session(), reader))
                        .orElse(""),
                recording.state().name(),
                recording.access().name(),
                moment.toString(),
                times.moment(moment),
                recording.reason(),
                recording.link() == null ? null : recording.link().toString());
    }

    /** Whether a file can be uploaded to it now. */
    public boolean takesFile() {
        return link == null && (state.equals("AWAITING_UPLOAD") || state.equals("UPLOADING") || state.equals("FAILED"));
    }

    /** Whether it is on its way to be ready. */
    public boolean isUnderway() {
        return state.equals("UPLOADING") || state.equals("PROCESSING");
    }

    public boolean canBeShown() {
        return state.equals("READY") || state.equals("SCHEDULED") || state.equals("PUBLISHED");
    }

    private static Instant moment(Recording recording) {
        if (recording.publishedAt() != null) {
            return recording.publishedAt();
        }
        return recording.dueAt() == null ? recording.createdAt() : recording.dueAt();
    }

    static String session(KnownActivity activity, @Nullable UUID session, Locale reader) {
        return activity.slots().stream()
                .filter(slot -> slot.id().equals(session))
                .map(slot -> title(slot, activity, reader))
                .findFirst()
                .orElse("");
    }

    static String title(Slot slot, KnownActivity activity, Locale reader) {
        String own = slot.title().get(reader.getLanguage());
        return own == null ? slot.title().getOrDefault(activity.language(), activity.titleFor(reader)) : own;
    }
}
