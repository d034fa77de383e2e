package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.statistics.ActivityStatistics;
import museum.atrium.registration.statistics.Counting;
import museum.atrium.registration.statistics.DaysTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An activity in numbers: plots to look at, tables to read, files to take away. */
@OrganizerPage
class StatisticsPages {

    private final Activities activities;
    private final Counting counting;
    private final Page page;

    StatisticsPages(Activities activities, Counting counting, Page page) {
        this.activities = activities;
        this.counting = counting;
        this.page = page;
    }

    /** @param name in the organiser's language; empty: not known */
    record Share(String name, int number) {}

    /** @param settled whether who is not known to have come counts as absent */
    record Came(Told title, int chosen, int attended, int waiting, boolean settled) {}

    @GetMapping("/organizer/activities/{slug}/statistics")
    ResponseEntity<String> show(@PathVariable String slug, HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        PageReader reader = PageReader.of(request);
        ActivityStatistics statistics = counting.count(activity, reader.zone());
        Page.Content content = page.forOrganizers("organizer/statistics")
                .with("line", ActivityLine.of(activity, reader))
                .with("statistics", statistics)
                .with("countries", countries(statistics, reader.language()))
                .with("languages", languages(statistics, reader.language()))
                .with(
                        "sessions",
                        statistics.sessions().stream()
                                .map(session -> new Came(
                                        Told.of(session.title(), activity.language(), reader.language()),
                                        session.attendance().chosen(),
                                        session.attendance().attended(),
                                        session.waiting(),
                                        session.settledAt() != null))
                                .toList())
                .with("csv", "/organizer/activities/" + slug + "/statistics.csv");
        return (statistics.days().isEmpty() ? content : content.with("bars", Bars.of(statistics.days())))
                .answer(HttpStatus.OK);
    }

    /** What the plot shows. */
    @GetMapping("/organizer/activities/{slug}/statistics.csv")
    ResponseEntity<byte[]> days(@PathVariable String slug, HttpServletRequest request) {
        ActivityStatistics statistics =
                counting.count(activities.existing(slug), PageReader.of(request).zone());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(slug + "-days.csv")
                                .build()
                                .toString())
                .body(new DaysTable(statistics.days()).csv().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Share> countries(ActivityStatistics statistics, Locale language) {
        return statistics.countries().stream()
                .map(one -> new Share(
                        one.country() == null
                                ? ""
                                : Locale.of("", one.country()).getDisplayCountry(language),
                        one.registrations()))
                .toList();
    }

    private static List<Share> languages(ActivityStatistics statistics, Locale language) {
        return statistics.languages().stream()
                .map(one ->
                        new Share(Locale.forLanguageTag(one.language()).getDisplayName(language), one.registrations()))
                .toList();
    }
}
