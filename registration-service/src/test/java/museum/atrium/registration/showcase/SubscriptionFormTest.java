package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscribing to a series on its public page, without a script. */
@RegistrationTest
class SubscriptionFormTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Test
    void whatIsSentIsStoredAndWaitsForTheAddressToBeConfirmed() {
        series("subscribe-stored");
        api.publish(api.webinar("subscribe-in", draft -> draft.put("series", "subscribe-stored")));
        assertThat(expect(200, api.get("/programme/series/subscribe-stored")).body())
                .contains(
                        "action=\"/programme/series/subscribe-stored/subscriptions#subscribe\"",
                        "Subscribe to this series")
                .containsPattern("value=\"Europe/Paris\"\\s+selected")
                .doesNotContain("??");

        Api.Answer done = expect(
                200, send("subscribe-stored", "lang=fr&email=ana%40example.org&name=Ana&timeZone=America%2FBogota"));

        assertThat(done.body())
                .contains("<html lang=\"fr\">", "Veuillez consulter votre messagerie", "Retour à la série")
                .doesNotContain("??");
        assertThat(done.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(row("subscribe-stored"))
                .containsEntry("status", "PENDING")
                .containsEntry("name", "Ana")
                .containsEntry("language", "fr")
                .containsEntry("time_zone", "America/Bogota");
    }

    @Test
    void whoIsSubscribedAlreadyIsAnsweredAsANewcomer() {
        series("subscribe-twice");
        String newcomer =
                expect(200, send("subscribe-twice", "email=ana%40example.org")).body();
        String token = api.manageToken("subscribe-twice", "ana@example.org");
        expect(200, api.post("/api/registrations/" + token + "/confirmation", null));

        assertThat(expect(200, send("subscribe-twice", "email=ANA%40example.org"))
                        .body())
                .isEqualTo(newcomer);
        assertThat(row("subscribe-twice")).containsEntry("status", "INTERESTED");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        series("subscribe-wrong");

        Api.Answer refused = expect(422, send("subscribe-wrong", "email=nowhere&name=%3Cb%3EAna&timeZone=Nowhere"));

        assertThat(refused.body())
                .contains(
                        "Nothing was sent: please check what is marked below.",
                        "Please check the address.",
                        "Please choose a time zone from the list.",
                        "value=\"nowhere\"",
                        "value=\"&lt;b&gt;Ana\"")
                .doesNotContain("<b>Ana");
        expect(422, send("subscribe-wrong", "email=ana%40example.org&email=ben%40example.org"));
        expect(400, api.form("/programme/series/subscribe-wrong/subscriptions?lang=fr", "email=ana%40example.org"));
        expect(404, send("subscribe-none", "email=ana%40example.org"));
        assertThat(count("subscribe-wrong")).isZero();
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        series("subscribe-often");
        String path = "/programme/series/subscribe-often/subscriptions";
        String[] from = {"X-Forwarded-For", "203.0.113.178"};
        for (int i = 0; i < 20; i++) {
            expect(200, api.form(path, "email=often%40subscribe.example.org", from));
        }

        Api.Answer refused = expect(429, api.form(path, "email=often%40subscribe.example.org", from));

        assertThat(refused.body()).contains("Please try again later.", "value=\"often@subscribe.example.org\"");
        assertThat(Long.parseLong(String.valueOf(refused.headers().getFirst("Retry-After"))))
                .isBetween(3_500L, 3_600L);
    }

    private void series(String slug) {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST, "/series", Map.of("slug", slug, "title", Map.of("en", "Museums at work"))));
    }

    private Api.Answer send(String slug, String fields) {
        return api.form("/programme/series/" + slug + "/subscriptions", fields);
    }

    private Map<String, @Nullable Object> row(String slug) {
        return database.sql("""
                select r.status, r.name, r.language, r.time_zone
                from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query().singleRow();
    }

    private long count(String slug) {
        return database.sql("""
                select count(*) from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query(Long.class).single();
    }
}
