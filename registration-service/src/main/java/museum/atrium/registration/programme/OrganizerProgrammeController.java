package museum.atrium.registration.programme;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import museum.atrium.registration.checking.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrganizerProgrammeController {

    private static final int USUAL_PAGE = 20;
    private static final int MOST_PER_PAGE = 100;
    private static final Set<ActivityKind> KINDS = EnumSet.complementOf(EnumSet.of(ActivityKind.SERIES));

    private final OrganizerProgramme programme;
    private final OrganizerMapper mapper;

    OrganizerProgrammeController(OrganizerProgramme programme, OrganizerMapper mapper) {
        this.programme = programme;
        this.mapper = mapper;
    }

    record Answer(List<OrganizerActivity> items, @Nullable UUID next) {}

    @GetMapping("/api/organizer/activities")
    Answer list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "status", "q", "kind", "series", "limit", "cursor");
        OrganizerProgramme.Page page = programme.page(new OrganizerProgramme.Query(
                parameters.anyOf("status", EnumSet.allOf(ActivityStatus.class)),
                parameters.anyOf("kind", KINDS),
                parameters.text("q"),
                parameters.text("series"),
                parameters.limit(USUAL_PAGE, MOST_PER_PAGE),
                parameters.id("cursor")));
        return new Answer(page.activities().stream().map(mapper::toOrganizer).toList(), page.next());
    }
}
