package museum.atrium.registration.pages;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Readers choose the language and the time zone of pages. */
@RegistrationTest
class ReaderPageTest {

    @Autowired
    Api api;

    @Test
    void whatIsChosenIsKeptByTheBrowserAndLeadsBack() {
        Api.Answer chosen = expect(
                303, api.form("/reader", "language=fr&timeZone=America%2FBogota&back=%2Fprogramme%3Fwhen%3Dpast"));

        assertThat(chosen.headers().getFirst(HttpHeaders.LOCATION)).endsWith("/programme?when=past");
        assertThat(chosen.headers().get(HttpHeaders.SET_COOKIE))
                .satisfiesExactlyInAnyOrder(
                        cookie -> assertThat(cookie)
                                .startsWith("atrium-language=fr;")
                                .contains("Path=/", "HttpOnly", "SameSite=Lax"),
                        cookie -> assertThat(cookie)
                                .startsWith("atrium-time-zone=America/Bogota;")
                                .contains("Path=/", "SameSite=Lax"));
        assertThat(expect(303, api.form("/reader", "language=de")).headers().get(HttpHeaders.SET_COOKIE))
                .as("the time zone stays as it is")
                .hasSize(1);
        assertThat(expect(200, api.get("/reader?back=%2Fprogramme%3Fwhen%3Dpast", HttpHeaders.COOKIE, kept("sl")))
                        .body())
                .contains("<html lang=\"sl\">", "value=\"/programme?when=past\"")
                .containsPattern("<option value=\"America/Bogota\"\\s+selected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "language=tlh",
                "timeZone=Europe%2FAtlantis",
                "back=%2F%2Felsewhere.example.org",
                "back=https%3A%2F%2Felsewhere.example.org",
                "back=%2F%5Celsewhere.example.org",
                "back=%2Fprogramme%0D%0ASet-Cookie%3A+x",
                "back=%2Fprogramme%7B%7D",
                "back=%2Fprogramme%25zz"
            })
    void whatCannotBeChosenIsRefused(String fields) {
        assertThat(expect(400, api.form("/reader", fields)).headers().get(HttpHeaders.SET_COOKIE))
                .isNull();
    }

    @Test
    void aLongAddressIsOneLikeAnother() {
        String back = "/programme?q=" + "a".repeat(5_000);

        assertThat(expect(303, api.form("/reader", "language=fr&back=" + back.replace("?", "%3F")))
                        .headers()
                        .getFirst(HttpHeaders.LOCATION))
                .isEqualTo(back);
        expect(400, api.form("/reader", "language=fr&back=" + "/" + "a".repeat(7_000)));
    }

    @Test
    void behindTlsBrowsersAreToldToStayThere() {
        assertThat(expect(200, api.get("/programme", "X-Forwarded-Proto", "https"))
                        .headers()
                        .getFirst("Strict-Transport-Security"))
                .startsWith("max-age=");
        assertThat(api.get("/programme").headers().getFirst("Strict-Transport-Security"))
                .isNull();
        assertThat(api.form("/reader", "language=fr", "X-Forwarded-Proto", "https")
                        .headers()
                        .getFirst(HttpHeaders.SET_COOKIE))
                .contains("Secure");
    }

    @Test
    void theChoiceGoesBeforeTheBrowserAndAnAddressBeforeTheChoice() {
        api.publish(api.webinar("reader-language", draft -> {}));
        String page = "/programme/reader-language";

        assertThat(expect(200, api.get(page, HttpHeaders.COOKIE, kept("fr"), HttpHeaders.ACCEPT_LANGUAGE, "de"))
                        .body())
                .contains("<html lang=\"fr\">", ">Prendre soin des collections</h1>");
        assertThat(expect(200, api.get(page + "?lang=de", HttpHeaders.COOKIE, kept("fr")))
                        .body())
                .contains("<html lang=\"de\">");
        assertThat(expect(
                                200,
                                api.get(
                                        page,
                                        HttpHeaders.COOKIE,
                                        "atrium-language=tlh",
                                        HttpHeaders.ACCEPT_LANGUAGE,
                                        "es"))
                        .body())
                .contains("<html lang=\"es\">");
        Api.Answer whole = expect(200, api.get(page));
        assertThat(whole.headers().getVary()).contains("Accept-Language", "Cookie");
    }

    @Test
    void onesOwnPageIsInTheLanguageOfOnesMailsUntilOneChoosesAnother() {
        api.publish(api.webinar("reader-own", draft -> {}));
        expect(202, api.post("/api/activities/reader-own/registrations", """
                {"email": "ana@reader.example.org", "name": "Ana", "locale": "es", "timeZone": "Asia/Tokyo"}
                """));
        String own = "/registrations/" + api.manageToken("reader-own", "ana@reader.example.org");

        assertThat(expect(200, api.get(own, HttpHeaders.ACCEPT_LANGUAGE, "de")).body())
                .contains("<html lang=\"es\">", "Asia/Tokyo");
        assertThat(expect(200, api.get(own, HttpHeaders.COOKIE, kept("fr"))).body())
                .as("the time zone of mails is not the browser's")
                .contains("<html lang=\"fr\">", "Asia/Tokyo");
    }

    @Test
    void timesAreAsOnTheReadersClockWithThoseAtThePlaceBesideThem() {
        api.publish(api.webinar("reader-times", draft -> {}));
        String page = "/programme/reader-times";
        String there = expect(200, api.get(page)).body();
        String here = expect(200, api.get(page, HttpHeaders.COOKIE, kept("en"))).body();

        assertThat(there).contains("Europe/Paris)</time>").doesNotContain("Where it is held");
        assertThat(here).contains("America/Bogota)</time>", "Where it is held: ", "Europe/Paris)</div>");
        assertThat(here).containsPattern("<option value=\"America/Bogota\"\\s+selected");
        assertThat(expect(200, api.get(page, HttpHeaders.COOKIE, "atrium-time-zone=Europe/Berlin"))
                        .body())
                .as("the same time")
                .contains("Europe/Berlin)</time>")
                .doesNotContain("Where it is held");
        assertThat(expect(200, api.get("/programme?q=collections", HttpHeaders.COOKIE, kept("en")))
                        .body())
                .contains("America/Bogota)</time>");
    }

    @Test
    void theProgrammeIsNarrowedByWhatOneLooksFor() {
        api.publish(api.webinar(
                "narrow-talk",
                draft -> draft.put("kind", "TRAINING")
                        .put("language", "es")
                        .putObject("title")
                        .put("es", "Iluminación & conservación")));
        api.publish(
                api.webinar("narrow-other", draft -> draft.putObject("title").put("en", "Light")));

        assertThat(listed("q=ILUMINACI%C3%93N+%26")).containsExactly("narrow-talk");
        assertThat(listed("kind=training&language=es&series=&q="))
                .contains("narrow-talk")
                .doesNotContain("narrow-other");
        assertThat(listed("when=past&q=iluminaci%C3%B3n")).isEmpty();
        assertThat(expect(200, api.get("/programme?lang=en&kind=training&q=a%26b"))
                        .body())
                .contains(
                        "Found: 0",
                        "value=\"a&amp;b\"",
                        "<option value=\"training\" selected=\"selected\">Training</option>")
                .contains(
                        "href=\"https://programme.example.org/programme?when=past&amp;kind=training&amp;q=a%26b&amp;lang=en\"")
                .contains("href=\"https://programme.example.org/programme?lang=en\">Show all</a>");
        List.of("when=now", "kind=series", "kind=x", "q=%00", "q=a&q=b", "page=0")
                .forEach(wrong -> expect(400, api.get("/programme?" + wrong)));
        expect(200, api.organizer(HttpMethod.POST, "/activities/narrow-other/cancellation", "{\"reason\": \"-\"}"));
    }

    private List<String> listed(String query) {
        return Pattern.compile("org/programme/([a-z-]+)\" lang=")
                .matcher(expect(200, api.get("/programme?" + query)).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String kept(String language) {
        return "atrium-language=" + language + "; atrium-time-zone=America/Bogota";
    }
}
