package museum.atrium.recording.organizers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.pages.ZonedTimes;
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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** All recordings, one by one, and what is done about them. */
@Controller
class RecordingsPages {

    private static final int PER_PAGE = 30;
    private static final Set<String> PARAMETERS = new TreeSet<>(Set.of("activity", "state", "cursor"));

    private final Recordings recordings;
    private final KnownActivities activities;
    private final Handling handling;
    private final RecordingsPage frame;

    RecordingsPages(Recordings recordings, KnownActivities activities, Handling handling, RecordingsPage frame) {
        this.recordings = recordings;
        this.activities = activities;
        this.handling = handling;
        this.frame = frame;
    }

    /** A session that a recording can be of. */
    record Choice(UUID id, String title) {}

    /** @param activity its slug or its id; empty: all */
    @GetMapping("/organizer/recordings")
    String list(
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(required = false) @Nullable RecordingState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam Map<String, String> sent,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!PARAMETERS.containsAll(sent.keySet())) {
            throw Refusal.badRequest("The parameters here are: %s.".formatted(String.join(", ", PARAMETERS)));
        }
        return listed(activity, state, cursor, null, page, request, response);
    }

    @PostMapping("/organizer/recordings")
    String enter(
            @RequestParam String activity,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            @RequestParam AccessPolicy access,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            UUID of = session.isEmpty() ? null : UUID.fromString(session);
            Recording entered = handling.enter(activity, of, title, url.isBlank() ? null : url, access);
            return redirected("/organizer/recordings/" + entered.id(), request);
        } catch (IllegalArgumentException noSession) {
            throw Refusal.badRequest("The field 'session' must be the id of one.");
        } catch (Refusal refusal) {
            return listed(activity, null, null, refusal, page, request, response);
        }
    }

    @GetMapping("/organizer/recordings/{id}")
    String show(@PathVariable UUID id, Model page, HttpServletRequest request, HttpServletResponse response) {
        return show(id, null, page, request, response);
    }

    @PostMapping("/organizer/recordings/{id}/{action}")
    String act(
            @PathVariable UUID id,
            @PathVariable String action,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        RecordingId recording = new RecordingId(id);
        try {
            switch (action) {
                case "publication" -> handling.publish(recording);
                case "retraction" -> handling.retract(recording);
                case "retry" -> handling.retry(recording);
                case "approval" -> handling.approve(recording);
                case "preview" -> page.addAttribute("preview", handling.preview(recording));
                case "removal" -> {
                    handling.remove(recording);
                    return redirected("/organizer/recordings", request);
                }
                default -> throw Refusal.notFound("Nothing is done at this address.");
            }
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.CONFLICT) {
                return show(id, refusal, page, request, response);
            }
            throw refusal;
        }
        return action.equals("preview")
                ? show(id, null, page, request, response)
                : redirected("/organizer/recordings/" + id, request);
    }

    private String listed(
            String activity,
            @Nullable RecordingState state,
            @Nullable UUID cursor,
            @Nullable Refusal refusal,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        frame.fill(page, request, response);
        Locale reader = RecordingsPage.language(request);
        ZonedTimes times = RecordingsPage.times(request);
        RecordingId after = cursor == null ? null : new RecordingId(cursor);
        Optional<KnownActivity> one = activity.isEmpty() ? Optional.empty() : Optional.of(known(activity));
        List<Recording> found = one.map(known -> recordings.of(known.id(), state, after, PER_PAGE + 1))
                .orElseGet(() -> recordings.newest(state, after, PER_PAGE + 1));
        List<Recording> shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        page.addAttribute(
                "lines",
                shown.stream()
                        .map(recording ->
                                RecordingLine.of(recording, activities.find(recording.activity()), reader, times))
                        .toList());
        page.addAttribute("activity", activity);
        page.addAttribute("title", one.map(known -> known.titleFor(reader)).orElse(""));
        page.addAttribute(
                "sessions",
                one.map(known -> known.slots().stream()
                                .map(slot -> new Choice(slot.id(), RecordingLine.title(slot, known, reader)))
                                .toList())
                        .orElse(List.of()));
        page.addAttribute("state", state == null ? "" : state.name());
        page.addAttribute("states", RecordingState.values());
        page.addAttribute("policies", AccessPolicy.values());
        page.addAttribute("next", found.size() > PER_PAGE ? shown.getLast().id().value() : null);
        page.addAttribute("refusal", refusal);
        if (refusal != null) {
            response.setStatus(refusal.status().value());
        }
        return "organizer/recordings";
    }

    private String show(
            UUID id, @Nullable Refusal refusal, Model page, HttpServletRequest request, HttpServletResponse response) {
        Recording recording = recordings.existing(new RecordingId(id));
        frame.fill(page, request, response);
        page.addAttribute(
                "line",
                RecordingLine.of(
                        recording,
                        activities.find(recording.activity()),
                        RecordingsPage.language(request),
                        RecordingsPage.times(request)));
        page.addAttribute("progress", handling.progress(recording));
        page.addAttribute("refusal", refusal);
        if (refusal != null) {
            response.setStatus(refusal.status().value());
        }
        return "organizer/recording";
    }

    /** What was sent by a form is not sent again when the page is loaded anew. */
    private static String redirected(String address, HttpServletRequest request) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:" + address;
    }

    private KnownActivity known(String activity) {
        return activities
                .named(activity)
                .orElseThrow(() -> Refusal.notFound("No activity of that name is known here."));
    }
}
