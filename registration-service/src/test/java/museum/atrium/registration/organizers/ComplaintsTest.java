package museum.atrium.registration.organizers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** What is wrong with a form is said in the language of its page. */
@RegistrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComplaintsTest {

    private static final Pattern PROBLEM = Pattern.compile("(?s)<div class=\"problem\".*?</div>");
    private static final String ACCOUNT = "Basic "
            + Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String SESSION = "/organizer/activities/complained/sessions/new?timeZone=Europe/Paris&";
    private static final String QUESTION = "/organizer/activities/complained/questions?questions=1&q0.label.en=How?&";
    private static final String MESSAGE = "/organizer/activities/complained/messages?action=look&status=CONFIRMED&";

    /** An address, and behind the question mark the fields of its form. */
    private static final List<String> WRONG = List.of(
            "/organizer/new?kind=WEBINAR&language=de_!&title.en=",
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&slug=A b&capacity=0&reminders=soon&speakers=Ana; ; Freedonia",
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&slug=widget&capacity=many",
            "/organizer/new?kind=WEBINAR&language=en&title.en=" + "long ".repeat(100) + "&capacity=9999999",
            "/organizer/new?kind=WEBINAR&language=ja&title.ja=日本",
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&timeZone=Mars/Olympus",
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&timeZone=UTC&registrationOpensAt=2031-01-02T10:00"
                    + "&registrationClosesAt=2031-01-01T10:00&organizations=1&o0.name=One&o0.role=HOST"
                    + "&o0.website=nowhere",
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&reminders=" + "1 d, ".repeat(40),
            "/organizer/new?kind=WEBINAR&language=en&title.en=A&certificate=101&cover=&alt.en=A&speakers=Ana; A; PT; more",
            "/organizer/activities/complained/registrations?decision=APPROVE",
            SESSION + "startsAt=&endsAt=soon&joinUrl=room",
            SESSION + "startsAt=2031-03-30T02:30&endsAt=2031-03-30T04:30",
            SESSION + "startsAt=2031-04-30T12:30&endsAt=2031-04-30T11:30&joinUrl=room",
            SESSION + "startsAt=2031-04-30T12:30&endsAt=2032-04-30T11:30",
            SESSION + "startsAt=1031-04-30T12:30&endsAt=1031-04-30T13:30",
            QUESTION + "q0.kind=CHOICE&q0.options.en=One",
            QUESTION + "q0.kind=TEXT&q0.options.en=One%0ATwo",
            QUESTION + "q0.kind=TEXT&q0.min=1",
            QUESTION + "q0.kind=NUMBER&q0.min=2&q0.max=1",
            QUESTION + "q0.kind=NUMBER&q0.min=few",
            QUESTION + "q0.kind=CHOICE&q0.options.en=One%0AOne",
            QUESTION + "q0.kind=CHOICE&q0.options.en=One%0ATwo&q0.options.fr=Un%0ADeux%0ATrois",
            MESSAGE + "subject.en=A&text.en=",
            MESSAGE + "subject.en=A&text.fr=A",
            MESSAGE + "subject.en=A&text.en=<b>A</b>",
            "/organizer/activities/complained/registrations/import?action=look&csv=",
            "/organizer/activities/complained/registrations/import?action=look&csv=nom,email,email%0AAna,ana@example.org,",
            "/organizer/activities/complained/registrations/import?action=look&csv=name,email,country%0AAna,ana,Freedonia%0ABo",
            "/organizer/activities/complained/registrations/import?action=look&csv=name,email%0A\"Ana,ana@example.org",
            "/organizer/activities/complained/registrations/import?action=look&csv=name,email%0AAna,ana@example.org,more",
            "/organizer/activities/complained/edit?language=en&kind=WEBINAR&title.en=A&slug=other",
            "/organizer/activities/complained-cancelled/edit?language=en&kind=WEBINAR&title.en=Another&slug=complained-cancelled",
            "/organizer/activities/complained-never/edit?title.en=A");

    @Autowired
    Api api;

    @BeforeAll
    void activities() {
        api.publish(api.webinar("complained", webinar -> {}));
        api.publish(api.webinar("complained-cancelled", webinar -> {}));
        expect(
                200,
                api.organizer(
                        HttpMethod.POST, "/activities/complained-cancelled/cancellation", Map.of("reason", "None")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "sl"})
    void areInTheLanguageOfThePage(String language) {
        assertThat(WRONG)
                .allSatisfy(sent -> assertThat(problem(sent, language))
                        .doesNotContain("lang=\"en\"", "??", "frame.wrong")
                        .doesNotContainPattern("<code>(?!(name|email|country|nom)</code>)"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Title (fr): 200 characters at most
            de | Titel (fr): höchstens 200 Zeichen
            fr | Titre (fr)\u00a0: 200 caractères au plus
            """)
    void nameTheFieldAndItsLanguage(String language, String said) {
        assertThat(text(problem(
                        "/organizer/new?kind=WEBINAR&language=en&title.en=A&title.fr=" + "a".repeat(300), language)))
                .contains(said);
    }

    @Test
    void nameTheLine() {
        assertThat(text(problem(
                        "/organizer/activities/complained/registrations/import?action=look&csv=name,email%0AAna,ana",
                        "es")))
                .contains("Línea 2, email: no es una dirección de correo");
        assertThat(text(problem(
                        "/organizer/new?kind=WEBINAR&language=en&title.en=A&speakers=Ana%0ABo; ; Freedonia", "en")))
                .contains("Speakers 2: not a country");
    }

    private String problem(String sent, String language) {
        String[] parts = sent.split("\\?", 2);
        Api.Answer answer = api.form(
                parts[0],
                encoded(parts[1]),
                "Authorization",
                ACCOUNT,
                "Accept",
                "text/html",
                "Accept-Language",
                language);
        assertThat(answer.status()).as(sent).isBetween(400, 499);
        Matcher problem = PROBLEM.matcher(answer.body());
        assertThat(problem.find()).as(sent + " " + answer.body()).isTrue();
        return problem.group();
    }

    /** Only ampersands, equals signs and line breaks are written as they are to be sent. */
    private static String encoded(String fields) {
        return URLEncoder.encode(fields, StandardCharsets.UTF_8)
                .replace("%26", "&")
                .replace("%3D", "=")
                .replace("%250A", "%0A");
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replaceAll("[ \n]+", " ")
                .replace(" :", ":")
                .replace(" ,", ",");
    }
}
