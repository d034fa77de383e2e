package museum.atrium.recording.publication;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.chapters.Chapter;
import museum.atrium.recording.chapters.Chaptering;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChaptersApi {

    private final Chaptering chaptering;
    private final Answers answers;

    ChaptersApi(Chaptering chaptering, Answers answers) {
        this.chaptering = chaptering;
        this.answers = answers;
    }

    /** @param start in seconds of the recording as it is shown */
    record Given(
            @Nullable BigDecimal start,
            @Nullable String title,
            @Nullable List<@Nullable String> speakers) {}

    /**
     * Either the chapters themselves, or when the recording was begun: then they are the sessions of the programme.
     *
     * @param items an empty list removes them
     */
    record Wanted(
            @Nullable List<@Nullable Given> items, @Nullable Instant recordedFrom) {}

    @PutMapping("/api/recordings/{id}/chapters")
    RecordingAnswer keep(@PathVariable UUID id, @RequestBody Wanted wanted) {
        RecordingId recording = new RecordingId(id);
        if ((wanted.items() == null) == (wanted.recordedFrom() == null)) {
            throw Refusal.invalid(
                    new FieldError(
                            "items", "Give either the chapters as items, or recordedFrom for those of the programme."),
                    new FieldError("recordedFrom", "Give either this or items."));
        }
        if (wanted.recordedFrom() != null) {
            chaptering.keepFromProgramme(recording, wanted.recordedFrom());
        } else {
            chaptering.keep(recording, chapters(Objects.requireNonNull(wanted.items())));
        }
        return answers.of(recording);
    }

    private static List<Chapter> chapters(List<@Nullable Given> items) {
        List<Chapter> chapters = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Given given = items.get(i);
            if (given == null || given.title() == null) {
                throw Refusal.invalid(new FieldError("items[%d].title".formatted(i), "must be given"));
            }
            List<String> speakers = new ArrayList<>();
            for (String speaker : given.speakers() == null ? List.<String>of() : given.speakers()) {
                if (speaker == null) {
                    throw Refusal.invalid(
                            new FieldError("items[%d].speakers[%d]".formatted(i, speakers.size()), "must be given"));
                }
                speakers.add(speaker.strip());
            }
            chapters.add(new Chapter(
                    Seconds.of("items[%d].start".formatted(i), given.start() == null ? BigDecimal.ZERO : given.start()),
                    given.title().strip(),
                    speakers));
        }
        return chapters;
    }
}
