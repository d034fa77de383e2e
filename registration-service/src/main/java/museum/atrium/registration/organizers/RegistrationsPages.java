package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.lists.Filter;
import museum.atrium.registration.lists.ListedRegistrations;
import museum.atrium.registration.lists.RegistrationFiles;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.DecidingAtOnce;
import museum.atrium.registration.signup.DecidingAtOnce.Decision;
import museum.atrium.registration.signup.DecidingAtOnce.Outcome;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is registered for an activity, and the organiser's say in it. */
@OrganizerPage
class RegistrationsPages {

    private static final int PER_PAGE = 100;

    private final Activities activities;
    private final ListedRegistrations listed;
    private final DecidingAtOnce deciding;
    private final RegistrationFiles files;
    private final Page page;

    RegistrationsPages(
            Activities activities,
            ListedRegistrations listed,
            DecidingAtOnce deciding,
            RegistrationFiles files,
            Page page) {
        this.activities = activities;
        this.listed = listed;
        this.deciding = deciding;
        this.files = files;
        this.page = page;
    }

    @GetMapping("/organizer/activities/{slug}/registrations")
    ResponseEntity<String> list(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        return answer(activities.existing(slug), sent, null, request).answer(HttpStatus.OK);
    }

    @GetMapping("/organizer/activities/{slug}/registrations.csv")
    void csv(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.csv(slug, sent, PageReader.of(request).language(), response);
    }

    /** The list is shown as it was looked at, with what came of it. */
    @PostMapping("/organizer/activities/{slug}/registrations")
    ResponseEntity<String> decide(
            @PathVariable String slug,
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            @RequestParam Decision decision,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        MultiValueMap<String, String> looked = new LinkedMultiValueMap<>(sent);
        looked.keySet().retainAll(Filter.PARAMETERS);
        Filter.of(activity, Filter.parameters(looked)); // Before anything is done: the answer shows the list.
        if (ids == null || ids.size() > PER_PAGE) {
            Refusal refusal = Refusal.badRequest(
                    "nobody-ticked", "Nothing was done: tick those whom it concerns, " + PER_PAGE + " at most.");
            return answer(activity, looked, null, request)
                    .with("refusal", refusal)
                    .answer(refusal);
        }
        Outcome outcome = deciding.decide(
                activity.id(), ids.stream().map(RegistrationId::new).toList(), decision);
        return answer(activity, looked, outcome, request).answer(HttpStatus.OK);
    }

    private Page.Content answer(
            Activity activity,
            MultiValueMap<String, String> sent,
            @Nullable Outcome outcome,
            HttpServletRequest request) {
        QueryParameters parameters = Filter.parameters(sent, "cursor");
        PageReader reader = PageReader.of(request);
        String cursor = parameters.text("cursor");
        ListedRegistrations.Page found = listed.page(Filter.of(activity, parameters), cursor, PER_PAGE);
        String path = "/organizer/activities/" + activity.slug() + "/registrations";
        Page.Content content = page.forOrganizers("organizer/registrations")
                .with("line", ActivityLine.of(activity, reader))
                .with(
                        "people",
                        found.items().stream()
                                .map(registration -> PersonRow.of(registration, activity, reader))
                                .toList())
                .with("total", found.total())
                .with("decides", activity.signUp().approval())
                .with("asked", asked(sent))
                .with("statuses", RegistrationStatus.values())
                .with("sessions", SessionRow.of(activity, reader))
                .with("csv", Links.to(path + ".csv", sent, "cursor", ""))
                .with("next", found.next() == null ? "" : Links.to(path, sent, "cursor", found.next()))
                .with("first", cursor == null ? "" : Links.to(path, sent, "cursor", ""));
        return outcome == null ? content : content.with("outcome", outcome);
    }

    private static Map<String, String> asked(MultiValueMap<String, String> sent) {
        return sent.toSingleValueMap();
    }
}
