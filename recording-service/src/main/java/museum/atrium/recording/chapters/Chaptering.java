package museum.atrium.recording.chapters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.TextRules;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.KnownActivity.Slot;
import museum.atrium.recording.audience.Translations;
import museum.atrium.recording.captions.TimeCodes;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Processing.Standing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Divides a recording into chapters, as an organiser says or as the programme says. */
@Component
public class Chaptering {

    private static final Logger log = LoggerFactory.getLogger(Chaptering.class);
    private static final int MOST = 500;
    private static final int MOST_SPEAKERS = 20;
    private static final TextRules LINE = TextRules.line(300);

    private final Recordings recordings;
    private final Chapters chapters;
    private final KnownActivities activities;
    private final Processing processing;

    Chaptering(Recordings recordings, Chapters chapters, KnownActivities activities, Processing processing) {
        this.recordings = recordings;
        this.chapters = chapters;
        this.activities = activities;
        this.processing = processing;
    }

    @Transactional
    public void keep(RecordingId id, List<Chapter> wanted) {
        refuse(wanted);
        Recording recording = recordings.lockExtensible(id, "chapters");
        processing.of(id).map(Standing::shown).ifPresent(end -> refuseBehind(end, wanted));
        chapters.keep(recording.id(), wanted);
        log.info("The recording {} has {} chapters", id, wanted.size());
    }

    /**
     * One for each session that took place while it was recorded.
     *
     * @param recordedFrom when what was uploaded begins
     */
    @Transactional
    public void keepFromProgramme(RecordingId id, Instant recordedFrom) {
        Recording recording = recordings.lockExtensible(id, "chapters");
        KnownActivity activity = activities.find(recording.activity()).orElseThrow();
        Optional<Standing> standing = processing.of(id);
        Instant shownFrom = standing.map(found -> found.trim().start())
                .map(recordedFrom::plus)
                .orElse(recordedFrom);
        @Nullable Instant shownTo = standing.map(found -> end(recordedFrom, found)).orElse(null);
        List<Chapter> found = activity.slots().stream()
                .filter(slot -> !slot.cancelled() && slot.endsAt().isAfter(shownFrom))
                .filter(slot -> shownTo == null || slot.startsAt().isBefore(shownTo))
                .filter(slot -> recording.session() == null || slot.id().equals(recording.session()))
                .sorted(Comparator.comparing(Slot::startsAt))
                .map(slot -> chapter(slot, shownFrom, recording, activity))
                .toList();
        if (found.isEmpty()) {
            throw Refusal.invalid(new FieldError(
                    "recordedFrom",
                    "No session of the programme, as far as it is known here, took place at that time."));
        }
        chapters.keep(id, found);
        log.info("The recording {} has {} chapters, from the programme", id, found.size());
    }

    private static @Nullable Instant end(Instant recordedFrom, Standing standing) {
        Duration last = standing.trim().end() == null
                ? standing.duration()
                : standing.trim().end();
        return last == null ? null : recordedFrom.plus(last);
    }

    private static Chapter chapter(Slot slot, Instant shownFrom, Recording recording, KnownActivity activity) {
        Duration start = Duration.between(shownFrom, slot.startsAt());
        String spoken = Locale.forLanguageTag(recording.language()).getLanguage();
        String title = Translations.pick(slot.title(), activity.slug(), spoken, activity.language());
        return new Chapter(start.isNegative() ? Duration.ZERO : start, title, List.of());
    }

    private static void refuseBehind(Duration end, List<Chapter> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            Duration start = wanted.get(i).start();
            if (start.compareTo(end) >= 0) {
                throw Refusal.invalid(new FieldError(
                        "items[%d].start".formatted(i),
                        "It begins at %s, and the recording is over at %s: time it as the recording is shown."
                                .formatted(TimeCodes.exact(start), TimeCodes.exact(end))));
            }
        }
    }

    private static void refuse(List<Chapter> wanted) {
        List<FieldError> wrong = new ArrayList<>();
        if (wanted.size() > MOST) {
            wrong.add(new FieldError("items", "There can be %d chapters at most.".formatted(MOST)));
        }
        for (int i = 0; i < wanted.size(); i++) {
            Chapter chapter = wanted.get(i);
            String field = "items[%d].".formatted(i);
            LINE.complaint(chapter.title())
                    .ifPresent(complaint -> wrong.add(new FieldError(field + "title", complaint)));
            if (i > 0 && chapter.start().compareTo(wanted.get(i - 1).start()) <= 0) {
                wrong.add(new FieldError(field + "start", "must be after the start of the one before"));
            }
            if (chapter.speakers().size() > MOST_SPEAKERS) {
                wrong.add(new FieldError(field + "speakers", "At most %d can be named.".formatted(MOST_SPEAKERS)));
            }
            for (int s = 0; s < chapter.speakers().size(); s++) {
                String speaker = field + "speakers[%d]".formatted(s);
                LINE.complaint(chapter.speakers().get(s))
                        .ifPresent(complaint -> wrong.add(new FieldError(speaker, complaint)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
