package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RegistrationTest
class ProgrammeTest {

    @Autowired
    Api api;

    @Test
    void aDraftIsSeenByOrganisersOnlyUntilItIsPublished() {
        ObjectNode draft = api.webinar("draft-first", webinar -> {});
        Api.Answer created = expect(201, api.organizer(HttpMethod.POST, "/activities", draft));

        assertThat(created.headers().getLocation()).hasToString("/api/organizer/activities/draft-first");
        assertThat(created.at("/status").stringValue()).isEqualTo("DRAFT");
        assertThat(created.at("/sessions/0/id").stringValue()).isNotEmpty();
        assertThat(created.at("/reminders").toString()).isEqualTo("[\"P1D\",\"PT1H\",\"PT10M\"]");
        expect(404, api.get("/api/activities/draft-first"));
        expect(404, api.signUp("draft-first", "early@example.org"));

        expect(200, api.organizer(HttpMethod.POST, "/activities/draft-first/publication", null));
        Api.Answer shown = expect(200, api.get("/api/activities/draft-first", "Accept-Language", "fr-CA, en;q=0.5"));
        assertThat(shown.at("/title").stringValue()).isEqualTo("Prendre soin des collections");
        assertThat(shown.at("/registration/state").stringValue()).isEqualTo("OPEN");
        assertThat(shown.body()).doesNotContain("live.example.org");
    }

    @Test
    void organisersMustSignIn() {
        expect(401, api.post("/api/organizer/activities", api.webinar("nobody", webinar -> {})));
        assertThat(api.get("/api/organizer/activities/nobody").headers().getFirst("WWW-Authenticate"))
                .startsWith("Basic");
    }

    @Test
    void theProgrammeComesInPagesNewestFirst() {
        for (int i = 0; i < 5; i++) {
            Instant start = Instant.parse("2020-05-01T12:00:00Z").plus(i, ChronoUnit.DAYS);
            api.publish(api.webinar(
                    "paged-" + i,
                    webinar -> webinar.put("kind", "TRAINING")
                            .set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
        }
        List<String> seen = new ArrayList<>();
        JsonNode next = JsonMapper.shared().nullNode();
        do {
            String cursor = next.isNull() ? "" : "&cursor=" + next.stringValue();
            Api.Answer page = expect(200, api.get("/api/activities?kind=training&when=past&limit=2" + cursor));
            page.at("/items").forEach(item -> seen.add(item.get("slug").stringValue()));
            next = page.at("/next");
        } while (!next.isNull());

        assertThat(seen).containsExactly("paged-4", "paged-3", "paged-2", "paged-1", "paged-0");
    }

    @Test
    void undatedActivitiesAreListedWhereNoTimeIsAskedFor() {
        api.publish(api.webinar("undated", webinar -> {
            webinar.put("kind", "COURSE");
            webinar.remove("sessions");
        }));

        assertThat(slugs("/api/activities?kind=course")).contains("undated");
        assertThat(slugs("/api/activities?kind=course&when=upcoming")).doesNotContain("undated");
        assertThat(slugs("/api/activities?kind=course&when=past")).doesNotContain("undated");
        assertThat(api.get("/api/activities/undated").at("/registration/state").stringValue())
                .isEqualTo("INTEREST");
    }

    @Test
    void searchFindsTitlesInAnyLanguageAndTakesNoPatterns() {
        api.publish(api.webinar(
                "found-by-title",
                webinar -> webinar.set(
                        "title", JsonMapper.shared().valueToTree(Map.of("en", "Storage 100%", "es", "Almacén")))));

        assertThat(slugs("/api/activities?q=ALMAC%C3%89N")).containsExactly("found-by-title");
        assertThat(slugs("/api/activities?q=100%25")).containsExactly("found-by-title");
        assertThat(slugs("/api/activities?q=%25%25")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=ten",
                "limit=",
                "kind=PARTY",
                "when=tomorrow",
                "cursor=abc",
                "cursor=%00",
                "cursor=KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTlafDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA",
                "kind=",
                "when=",
                "series=%00",
                "language=%00"
            })
    void parametersOutOfRangeAreRefused(String parameter) {
        expect(400, api.get("/api/activities?" + parameter));
    }

    @Test
    void aParameterThatIsGivenTwiceIsRefusedByName() {
        assertThat(expect(400, api.get("/api/activities?kind=webinar&limit=1&limit=2"))
                        .at("/detail")
                        .stringValue())
                .contains("'limit'")
                .contains("once");
    }

    @Test
    void anAnswerThatDidNotChangeIsNotSentAgain() {
        api.publish(api.webinar("tagged", webinar -> {}));
        String tag = api.get("/api/activities/tagged").headers().getETag();

        assertThat(tag).isNotNull();
        expect(304, api.get("/api/activities/tagged", "If-None-Match", String.valueOf(tag)));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnceAndNothingIsStored() {
        ObjectNode draft = (ObjectNode) JsonMapper.shared().readTree("""
                {"slug": "Not A Slug", "title": {"en": "two\\nlines", "english please": "x"}, "capacity": 0,
                 "placeOffers": "soon", "questions": [{"kind": "TEXT"}], "reminders": ["1 day", "-PT1H"], "series": "none",
                 "sessions": [{"startsAt": "2027-03-01T14:00:00Z", "endsAt": "2027-03-01T13:00:00Z", "timeZone": "Paris",
                               "joinUrl": "javascript:alert(1)"}],
                 "speakers": [{"name": "", "country": "XX"}]}
                """);
        Api.Answer refused = expect(422, api.organizer(HttpMethod.POST, "/activities", draft));

        List<String> fields = new ArrayList<>();
        refused.at("/errors").forEach(error -> fields.add(error.get("field").stringValue()));
        assertThat(fields)
                .contains(
                        "slug",
                        "kind",
                        "title.en",
                        "title.english please",
                        "capacity",
                        "placeOffers",
                        "questions[0].label",
                        "reminders[0]",
                        "reminders[1]",
                        "series",
                        "sessions[0].endsAt",
                        "sessions[0].timeZone",
                        "sessions[0].joinUrl",
                        "speakers[0].name",
                        "speakers[0].country");
    }

    @Test
    void fieldsThatNobodyKnowsAreRefused() {
        ObjectNode draft = api.webinar("unknown-field", webinar -> webinar.put("colour", "red"));

        assertThat(expect(422, api.organizer(HttpMethod.POST, "/activities", draft))
                        .body())
                .contains("colour");
    }

    @Test
    void aSlugIsTakenOnce() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("only-one", webinar -> {})));
        expect(409, api.organizer(HttpMethod.POST, "/activities", api.webinar("only-one", webinar -> {})));
    }

    @Test
    void draftsThatAreRenamedAtOnceDoNotGetOneSlug() {
        for (int round = 0; round < 3; round++) {
            String wanted = "renamed-" + round;
            List<String> drafts = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(i -> wanted + "-draft-" + i)
                    .toList();
            drafts.forEach(slug ->
                    expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar(slug, webinar -> {}))));
            List<CompletableFuture<Integer>> answers = drafts.stream()
                    .map(slug -> CompletableFuture.supplyAsync(
                            () -> api.organizer(
                                            HttpMethod.PATCH, "/activities/" + slug, java.util.Map.of("slug", wanted))
                                    .status(),
                            task -> Thread.ofVirtual().start(task)))
                    .toList();
            assertThat(answers.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void aNewSessionHasRoomForEverybodyWhoRegisteredForAll() {
        api.publish(api.webinar("one-more", webinar -> {}));
        List.of("a", "b", "c").forEach(name -> api.signUp("one-more", name + "@example.org"));
        var small = new java.util.HashMap<String, Object>(
                Api.session(java.time.Instant.now().plus(java.time.Duration.ofDays(9))));
        small.put("capacity", 2);

        expect(422, api.organizer(HttpMethod.POST, "/activities/one-more/sessions", small));
        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/one-more", null))
                        .at("/sessions")
                        .size())
                .isEqualTo(1);

        small.put("capacity", 3);
        Api.Answer added = expect(201, api.organizer(HttpMethod.POST, "/activities/one-more/sessions", small));
        assertThat(added.at("/sessions/1/taken").intValue()).isEqualTo(3);
    }

    @Test
    void whatAPublicationCannotSayIsRefused() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("not-then", webinar -> {})));
        expect(
                422,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/not-then/publication",
                        java.util.Map.of("at", "2031-01-01T00:00:00Z")));
        expect(404, api.get("/api/activities/not-then"));
    }

    @Test
    void anEditChangesWhatItNamesAndNothingElse() {
        api.publish(api.webinar("edited", webinar -> webinar.put("capacity", 20)));
        Api.Answer edited = expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/edited",
                        "{\"title\": {\"de\": \"Sammlungen\"}, \"capacity\": null}"));

        assertThat(edited.at("/title/de").stringValue()).isEqualTo("Sammlungen");
        assertThat(edited.at("/title/en").stringValue()).isEqualTo("Caring for collections");
        assertThat(edited.at("/capacity").isNull()).isTrue();
        assertThat(edited.at("/sessions").size()).isEqualTo(1);
        expect(422, api.organizer(HttpMethod.PATCH, "/activities/edited", "{\"sessions\": []}"));
        expect(422, api.organizer(HttpMethod.PATCH, "/activities/edited", "{\"nonsense\": 1}"));
    }

    @Test
    void aSessionThatOnlyGetsANewStartKeepsItsLength() {
        JsonNode activity = api.publish(api.webinar("moved", webinar -> {}));
        JsonNode session = activity.at("/sessions/0");
        Instant later = Instant.parse(session.get("startsAt").stringValue()).plus(2, ChronoUnit.DAYS);
        Api.Answer moved = expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + session.get("id").stringValue(),
                        Map.of("startsAt", later.toString())));

        assertThat(Instant.parse(moved.at("/endsAt").stringValue())).isEqualTo(later.plus(90, ChronoUnit.MINUTES));
        assertThat(moved.at("/revision").longValue()).isEqualTo(2);
        assertThat(api.get("/api/activities/moved").at("/startsAt").stringValue())
                .isEqualTo(later.toString());
    }

    private List<String> slugs(String path) {
        List<String> slugs = new ArrayList<>();
        expect(200, api.get(path))
                .at("/items")
                .forEach(item -> slugs.add(item.get("slug").stringValue()));
        return slugs;
    }
}
