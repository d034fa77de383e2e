package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.OrganizerProgramme;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisers' first page: all that they look after, drafts too. */
@OrganizerPage
class ActivitiesPages {

    private static final int PER_PAGE = 30;
    private static final Set<ActivityKind> KINDS = EnumSet.complementOf(EnumSet.of(ActivityKind.SERIES));

    private final OrganizerProgramme programme;
    private final Page page;

    ActivitiesPages(OrganizerProgramme programme, Page page) {
        this.programme = programme;
        this.page = page;
    }

    @GetMapping("/organizer/activities")
    ResponseEntity<String> list(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        QueryParameters parameters = QueryParameters.of(sent, "status", "q", "kind", "cursor");
        PageReader reader = PageReader.of(request);
        UUID after = parameters.id("cursor");
        OrganizerProgramme.Page found = programme.page(new OrganizerProgramme.Query(
                parameters.anyOf("status", EnumSet.allOf(ActivityStatus.class)),
                parameters.anyOf("kind", KINDS),
                parameters.text("q"),
                null,
                PER_PAGE,
                after));
        return page.forOrganizers("organizer/activities")
                .with(
                        "lines",
                        found.activities().stream()
                                .map(activity -> ActivityLine.of(activity, reader))
                                .toList())
                .with("asked", sent.toSingleValueMap())
                .with("kinds", KINDS)
                .with("statuses", ActivityStatus.values())
                .with(
                        "next",
                        found.next() == null
                                ? ""
                                : Links.to(
                                        "/organizer/activities",
                                        sent,
                                        "cursor",
                                        found.next().toString()))
                .with("first", after == null ? "" : Links.to("/organizer/activities", sent, "cursor", ""))
                .answer(HttpStatus.OK);
    }
}
