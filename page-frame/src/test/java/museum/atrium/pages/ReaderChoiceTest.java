package museum.atrium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReaderChoiceTest {

    @Test
    void whatTheBrowserKeepsIsWhatWasChosen() {
        ReaderChoice chosen = new ReaderChoice(Locale.FRENCH, ZoneId.of("America/Bogota"));

        assertThat(chosen.cookies(true))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Path=/", "Secure", "SameSite=Lax"));
        assertThat(ReaderChoice.of(keeping("fr", "America/Bogota"))).isEqualTo(chosen);
        assertThat(new ReaderChoice(null, null).cookies(false)).isEmpty();
    }

    @Test
    void whatCannotBeChosenCountsAsNothing() {
        assertThat(ReaderChoice.of(keeping("tlh", "Europe/Atlantis"))).isEqualTo(new ReaderChoice(null, null));
        assertThat(ReaderChoice.of(keeping("fr\"><b>", "../../etc"))).isEqualTo(new ReaderChoice(null, null));
        assertThat(ReaderChoice.of(new MockHttpServletRequest())).isEqualTo(new ReaderChoice(null, null));
    }

    @Test
    void theChosenLanguageGoesBeforeTheBrowsersOnPagesAlone() throws Exception {
        assertThat(heard("/programme")).containsExactly("fr,de;q=0.5", "[fr, de]");
        assertThat(heard("/api/activities")).containsExactly("de;q=0.5", "[de]");
    }

    @Test
    void thePageItselfIsWhereAChoiceLeadsBackTo() {
        MockHttpServletRequest request = keeping("fr", "Europe/Paris");
        request.setRequestURI("/programme");
        request.setQueryString("q=a%26b&lang=de&page=2");

        assertThat(Frame.around(request, Locale.FRENCH).back()).isEqualTo("/programme?q=a%26b&page=2");
        assertThat(Frame.around(request, Locale.FRENCH).choice())
                .isEqualTo("/reader?back=%2Fprogramme%3Fq%3Da%2526b%26page%3D2");
        request.setMethod("POST");
        assertThat(Frame.around(request, Locale.FRENCH).back())
                .as("a form's answer cannot be opened again")
                .isNull();
    }

    private static List<String> heard(String path) throws Exception {
        MockHttpServletRequest request = keeping("fr", "Europe/Paris");
        request.setMethod("GET");
        request.setRequestURI(path);
        request.addHeader("Accept-Language", "de;q=0.5");
        List<String> heard = new ArrayList<>();
        new ChosenLanguageFilter().doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
            HttpServletRequest passedOn = (HttpServletRequest) asked;
            heard.add(String.join("|", Collections.list(passedOn.getHeaders("Accept-Language"))));
            heard.add(Collections.list(passedOn.getLocales()).toString());
        });
        return heard;
    }

    private static MockHttpServletRequest keeping(String language, String timeZone) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setCookies(
                new Cookie(ReaderChoice.LANGUAGE_COOKIE, language),
                new Cookie(ReaderChoice.TIME_ZONE_COOKIE, timeZone));
        return request;
    }
}
