package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Organisers see all activities, also what nobody else sees yet. */
@RegistrationTest
class OrganizerProgrammeTest {

    @Autowired
    Api api;

    @Test
    void draftsAreListedWithTheOthersAndNarrowed() {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/series", Map.of("slug", "seen-series", "title", Map.of("en", "Seen"))));
        draft("seen-draft", "WEBINAR");
        draft("seen-training", "TRAINING");
        api.publish(api.webinar("seen-public", webinar -> webinar.put("series", "seen-series")));
        api.publish(api.webinar("seen-cancelled", webinar -> {}));
        expect(200, api.organizer(HttpMethod.POST, "/activities/seen-cancelled/cancellation", null));

        assertThat(slugs(list("q=SEEN-")))
                .containsExactly("seen-cancelled", "seen-public", "seen-training", "seen-draft");
        assertThat(slugs(list("q=seen-&status=DRAFT"))).containsExactly("seen-training", "seen-draft");
        assertThat(slugs(list("q=seen-&status=published,CANCELLED"))).containsExactly("seen-cancelled", "seen-public");
        assertThat(slugs(list("q=seen-&kind=TRAINING"))).containsExactly("seen-training");
        assertThat(slugs(list("series=seen-series"))).containsExactly("seen-public");
        assertThat(slugs(list("q=seen_"))).isEmpty();
        assertThat(slugs(list("q=prendre%20SOIN&series=seen-series"))).containsExactly("seen-public");
    }

    @Test
    void pagesStayAsTheyAreWhileActivitiesAreAdded() {
        for (int i = 0; i < 5; i++) {
            draft("turned-" + i + "-draft", "WEBINAR");
        }
        List<String> seen = new ArrayList<>();
        JsonNode page = list("q=turned-&limit=2");
        seen.addAll(slugs(page));
        while (!page.at("/next").isNull()) {
            draft("turned-later-" + seen.size(), "WEBINAR");
            page = list("q=turned-&limit=2&cursor=" + page.at("/next").stringValue());
            seen.addAll(slugs(page));
        }

        assertThat(seen)
                .containsExactly(
                        "turned-4-draft", "turned-3-draft", "turned-2-draft", "turned-1-draft", "turned-0-draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=SERIES", "status=GONE", "limit=101", "cursor=x", "when=past"})
    void aQueryThatCannotBeUnderstoodIsRefused(String query) {
        expect(400, api.organizer(HttpMethod.GET, "/activities?" + query, null));
    }

    private void draft(String slug, String kind) {
        expect(
                201,
                api.organizer(HttpMethod.POST, "/activities", api.webinar(slug, webinar -> webinar.put("kind", kind))));
    }

    private JsonNode list(String query) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities?" + query, null))
                .at("");
    }

    private static List<String> slugs(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .map(item -> item.at("/slug").stringValue())
                .toList();
    }
}
