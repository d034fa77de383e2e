package museum.atrium.registration.programme;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.checking.ReaderLanguages;
import museum.atrium.registration.recordings.PublishedRecording;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProgrammeController {

    private static final int MOST_PER_PAGE = 100;

    private final Programme programme;
    private final Activities activities;
    private final PublishedRecordings recordings;
    private final PublicView view;
    private final Clock clock;

    ProgrammeController(
            Programme programme, Activities activities, PublishedRecordings recordings, PublicView view, Clock clock) {
        this.programme = programme;
        this.activities = activities;
        this.recordings = recordings;
        this.view = view;
        this.clock = clock;
    }

    record Answer(List<PublicActivity.Item> items, @Nullable String next) {}

    @GetMapping("/api/activities")
    ResponseEntity<Answer> list(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Programme.Page page = programme.page(query(QueryParameters.once(sent)));
        List<UUID> ids = page.activities().stream().map(a -> a.id().value()).toList();
        Map<UUID, List<PublishedRecording>> recorded = recordings.of(ids);
        List<LanguageRange> wanted = ReaderLanguages.of(languages);
        Answer answer = new Answer(
                page.activities().stream()
                        .map(a -> view.item(a, recorded.getOrDefault(a.id().value(), List.of()), wanted))
                        .toList(),
                page.next() == null ? null : page.next().encoded());
        return ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(answer);
    }

    @GetMapping("/api/activities/{slug}")
    ResponseEntity<PublicActivity> detail(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Activity activity = activities
                .findBySlug(slug)
                .filter(found -> found.status() != ActivityStatus.DRAFT)
                .orElseThrow(() -> Refusal.notFound("There is no activity '" + slug + "' in the programme."));
        UUID id = activity.id().value();
        List<PublishedRecording> recorded = recordings.of(List.of(id)).getOrDefault(id, List.of());
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT)
                .body(view.detail(activity, recorded, ReaderLanguages.of(languages)));
    }

    private ProgrammeQuery query(Map<String, String> parameters) {
        return new ProgrammeQuery(
                ProgrammeFilter.of(parameters),
                ProgrammeFilter.oneOf(EnumSet.allOf(ProgrammeQuery.When.class), "when", parameters.get("when")),
                limit(parameters.get("limit")),
                cursor(parameters.get("cursor")),
                clock.instant());
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return 20;
        }
        if (!value.matches("[0-9]{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST_PER_PAGE) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + MOST_PER_PAGE + ".");
        }
        return Integer.parseInt(value);
    }

    private static @Nullable ProgrammeCursor cursor(@Nullable String value) {
        return value == null
                ? null
                : ProgrammeCursor.decode(value)
                        .orElseThrow(() -> Refusal.badRequest(
                                "The parameter 'cursor' must be the 'next' of an earlier answer, unchanged."));
    }
}
