package museum.atrium.recording.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import museum.atrium.http.PageController;
import museum.atrium.http.Refusal;
import museum.atrium.pages.OrganizerPages;
import museum.atrium.pages.PageReader;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.publication.Handling;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.thymeleaf.context.Context;

/** All recordings, one by one, and what is done about them. */
@Controller
class RecordingsPages implements PageController {

    private static final int PER_PAGE = 30;
    private static final String PATH = "/organizer/recordings";
    private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("activity", "state", "cursor"));

    /** What stands before a field, as a message. */
    private static final Map<String, String> LABELS = Map.of(
            "title", "recordings.title",
            "session", "recordings.session",
            "url", "recordings.address",
            "at", "recordings.time");

    private final Recordings recordings;
    private final KnownActivities activities;
    private final Handling handling;
    private final OrganizerPages pages;
    private final Clock clock;

    RecordingsPages(
            Recordings recordings, KnownActivities activities, Handling handling, OrganizerPages pages, Clock clock) {
        this.recordings = recordings;
        this.activities = activities;
        this.handling = handling;
        this.pages = pages;
        this.clock = clock;
    }

    /** A session that a recording can be of. */
    record Choice(UUID id, String title) {}

    /** @param activity its slug or its id; empty: all */
    @GetMapping(PATH)
    ResponseEntity<String> list(
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(required = false) @Nullable RecordingState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        if (!PARAMETERS.containsAll(sent.keySet())) {
            throw Refusal.badRequest("The parameters here are: %s.".formatted(String.join(", ", PARAMETERS)));
        }
        return listed(activity, state, cursor, Map.of(), null, request);
    }

    @PostMapping(PATH)
    ResponseEntity<String> enter(
            @RequestParam String activity,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            @RequestParam AccessPolicy access,
            HttpServletRequest request) {
        try {
            UUID of = session.isEmpty() ? null : UUID.fromString(session);
            return to(handling.enter(activity, of, title, url.isBlank() ? null : url, access));
        } catch (IllegalArgumentException noSession) {
            throw Refusal.badRequest("The field 'session' must be the id of one.");
        } catch (Refusal refusal) {
            Map<String, String> written =
                    Map.of("session", session, "title", title, "url", url, "access", access.name());
            return listed(activity, null, null, written, refusal, request);
        }
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<String> show(@PathVariable UUID id, HttpServletRequest request) {
        return show(id, null, null, request);
    }

    /**
     * Publishes it at once, or at a time.
     *
     * @param at as {@link PublicationTime} reads it; absent: now
     * @param zone where the clocks show that
     */
    @PostMapping(PATH + "/{id}/publication")
    ResponseEntity<String> publish(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "UTC") String zone,
            HttpServletRequest request) {
        try {
            return to(handling.publish(
                    new RecordingId(id), at == null ? null : PublicationTime.read(at, zone, clock.instant())));
        } catch (Refusal refusal) {
            return shownUnless404(id, refusal, request);
        }
    }

    @PostMapping(PATH + "/{id}/preview")
    ResponseEntity<String> preview(@PathVariable UUID id, HttpServletRequest request) {
        try {
            return show(id, null, handling.preview(new RecordingId(id)), request);
        } catch (Refusal refusal) {
            return shownUnless404(id, refusal, request);
        }
    }

    @PostMapping(PATH + "/{id}/removal")
    ResponseEntity<String> remove(@PathVariable UUID id) {
        handling.remove(new RecordingId(id));
        return to(PATH);
    }

    @PostMapping(PATH + "/{id}/{action}")
    ResponseEntity<String> act(@PathVariable UUID id, @PathVariable String action, HttpServletRequest request) {
        RecordingId recording = new RecordingId(id);
        try {
            switch (action) {
                case "unscheduling" -> handling.unschedule(recording);
                case "retraction" -> handling.retract(recording);
                case "retry" -> handling.retry(recording);
                case "approval" -> handling.approve(recording);
                default -> throw Refusal.notFound("Nothing is done at this address.");
            }
        } catch (Refusal refusal) {
            return shownUnless404(id, refusal, request);
        }
        return to(PATH + "/" + id);
    }

    @Override
    public ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request) {
        return pages.refused(refusal, request);
    }

    private ResponseEntity<String> listed(
            String activity,
            @Nullable RecordingState state,
            @Nullable UUID cursor,
            Map<String, String> written,
            @Nullable Refusal refusal,
            HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        Context page = pages.of(request);
        RecordingId after = cursor == null ? null : new RecordingId(cursor);
        Optional<KnownActivity> one = activity.isEmpty() ? Optional.empty() : Optional.of(known(activity));
        List<Recording> found = one.map(known -> recordings.of(known.id(), state, after, PER_PAGE + 1))
                .orElseGet(() -> recordings.newest(state, after, PER_PAGE + 1));
        List<Recording> shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        page.setVariable(
                "lines",
                shown.stream().map(recording -> line(recording, reader)).toList());
        page.setVariable("activity", activity);
        page.setVariable(
                "title", one.map(known -> known.titleFor(reader.language())).orElse(""));
        page.setVariable(
                "sessions",
                one.map(known -> known.slots().stream()
                                .map(slot -> new Choice(slot.id(), RecordingLine.title(slot, known, reader.language())))
                                .toList())
                        .orElse(List.of()));
        page.setVariable("state", state == null ? "" : state.name());
        page.setVariable("fields", written);
        page.setVariable("states", RecordingState.values());
        page.setVariable("policies", AccessPolicy.values());
        page.setVariable("next", found.size() > PER_PAGE ? address(activity, state, shown.getLast()) : "");
        page.setVariable("labels", LABELS);
        return pages.answer("recordings", page, refusal);
    }

    /** What was not possible stands on the page of what it was about, where there is such. */
    private ResponseEntity<String> shownUnless404(UUID id, Refusal refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.NOT_FOUND) {
            throw refusal;
        }
        return show(id, refusal, null, request);
    }

    private ResponseEntity<String> show(
            UUID id, @Nullable Refusal refusal, @Nullable URI preview, HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        Recording recording = recordings.existing(new RecordingId(id));
        Context page = pages.of(request);
        page.setVariable("line", line(recording, reader));
        page.setVariable("progress", handling.progress(recording));
        page.setVariable("preview", preview);
        page.setVariable("approvedBy", handling.approvedBy(recording.id()));
        page.setVariable("early", isEarly(recording));
        page.setVariable("zone", PublicationTime.zone(reader));
        page.setVariable("at", request.getParameter("at"));
        page.setVariable("labels", LABELS);
        return pages.answer("recording", page, refusal);
    }

    /** Whether what it is of has not come to its end. */
    private boolean isEarly(Recording recording) {
        return activities
                .find(recording.activity())
                .flatMap(known -> known.end(recording.session()))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    private RecordingLine line(Recording recording, PageReader reader) {
        return RecordingLine.of(recording, activities.find(recording.activity()), reader.language(), reader.times());
    }

    /** Of those that follow the last one of a page. */
    private static String address(String activity, @Nullable RecordingState state, Recording last) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParamIfPresent("activity", Optional.of(activity).filter(one -> !one.isEmpty()))
                .queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParam("cursor", last.id())
                .encode()
                .build()
                .toUriString();
    }

    private static ResponseEntity<String> to(Recording recording) {
        return to(PATH + "/" + recording.id());
    }

    /** What was sent by a form is not sent again when the page is loaded anew. */
    private static ResponseEntity<String> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private KnownActivity known(String activity) {
        return activities
                .named(activity)
                .orElseThrow(() -> Refusal.notFound("No activity of that name is known here."));
    }
}
