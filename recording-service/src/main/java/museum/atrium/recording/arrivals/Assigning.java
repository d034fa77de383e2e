package museum.atrium.recording.arrivals;

import java.time.Clock;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.TextRules;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.Translations;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recording.About;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.intake.Importing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a recording of what arrived. Nobody sees it before an organiser publishes it. */
@Component
class Assigning {

    private static final TextRules TITLE = TextRules.line(200);

    private final KnownActivities activities;
    private final Recordings recordings;
    private final Importing importing;
    private final ArrivalSettings settings;
    private final Clock clock;

    Assigning(
            KnownActivities activities,
            Recordings recordings,
            Importing importing,
            ArrivalSettings settings,
            Clock clock) {
        this.activities = activities;
        this.recordings = recordings;
        this.importing = importing;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws Refusal 422 when its address is none that is fetched from */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording assign(Arrival arrival, Place place) {
        KnownActivity activity = activities.find(place.activity()).orElseThrow();
        UUID session = place.session();
        String title = TITLE.complaint(arrival.topic()).isEmpty()
                ? arrival.topic().strip()
                : Translations.pick(activity.title(), activity.slug(), activity.language());
        Recording recording = Recording.entered(
                activity.id(),
                session,
                new About(title, activity.language(), settings.access(), null),
                null,
                clock.instant());
        recordings.add(recording);
        importing.begin(recording.id(), arrival.file(), null, arrival.authorization());
        return recording;
    }
}
