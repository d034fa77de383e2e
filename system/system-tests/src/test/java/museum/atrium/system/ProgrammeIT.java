package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.PublicActivity;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The programme of two museum networks, which a new Atrium shows. */
@SystemTest
@Order(1)
class ProgrammeIT {

    private static final String SECOND_CONFERENCE = "participation-networking-and-partnerships";

    private final Visitors visitors;

    ProgrammeIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void pastWebinarsAreListedNewestFirst() {
        List<String> titles = visitors.programme().list("kind=WEBINAR&when=past&limit=2").stream()
                .map(PublicActivity::title)
                .toList();

        assertThat(titles)
                .containsSubsequence(
                        "Stimulating employment in museums",
                        "Emergency Management (Focus: Lebanon)",
                        "Digital transformation for museums in the time of COVID-19",
                        "New challenges for collections and storage areas",
                        "Preparing for the Reopening of Museums");
    }

    @Test
    void aSeriesShowsItsThreeConferences() {
        List<PublicActivity> conferences =
                visitors.programme().list("series=museums-and-social-responsibility&when=past");

        assertThat(conferences)
                .extracting(PublicActivity::title)
                .containsExactly("What's Next?", "Participation, Networking and Partnerships", "Values revisited");
        assertThat(conferences)
                .allSatisfy(conference ->
                        assertThat(conference.registration().state()).isEqualTo("CLOSED"));
    }

    @Test
    void theSecondConferenceHasTwentyFiveSpeakersFromElevenCountries() {
        PublicActivity conference = visitors.programme().detail(SECOND_CONFERENCE);

        assertThat(conference.speakers()).hasSize(25);
        assertThat(conference.speakerCountries()).isEqualTo(11);
        assertThat(conference.startsAt()).isEqualTo("2021-03-23T13:00:00Z");
        assertThat(conference.endsAt()).isEqualTo("2021-03-24T17:30:00Z");
    }

    @Test
    void theCourseIsAnnouncedWithoutADate() {
        PublicActivity course = visitors.programme().detail("meaningful-participation-community-work-and-museums");

        assertThat(course.kind()).isEqualTo("COURSE");
        assertThat(course.startsAt()).isNull();
        assertThat(course.sessions()).isEmpty();
    }

    @Test
    void titlesComeInTheLanguageThatTheReaderAsksFor() {
        assertThat(visitors.programme().detail(SECOND_CONFERENCE, "fr").title())
                .isEqualTo("Participation, réseaux et partenariats");
        assertThat(visitors.programme().detail(SECOND_CONFERENCE, "fi").title())
                .isEqualTo("Participation, Networking and Partnerships");
    }

    @Test
    void noPublicAnswerTellsTheAddressOfALiveRoom() {
        String list = visitors.anybody()
                .get("/api/activities?limit=100")
                .expecting(200)
                .text();
        String detail = visitors.anybody()
                .get("/api/activities/" + SECOND_CONFERENCE)
                .expecting(200)
                .text();

        assertThat(list + detail).doesNotContain("live.example.org");
    }

    @Test
    void whatIsPastIsClosedForSignUp() {
        var person = People.speaking("en", "Europe/London");

        assertThat(visitors.participants().of(person, SECOND_CONFERENCE).status())
                .isEqualTo(409);
    }
}
