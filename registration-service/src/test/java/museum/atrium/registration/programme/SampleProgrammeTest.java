package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@RegistrationTest
@TestPropertySource(properties = "atrium.sample-programme=true")
class SampleProgrammeTest {

    @Autowired
    Api api;

    @Autowired
    LoadingSamples loading;

    @Test
    void theRealProgrammeIsThereOnceAndNewestFirst() {
        loading.loadOnce();

        Api.Answer past = expect(200, api.get("/api/activities?when=past&kind=webinar"));
        List<String> titles = new ArrayList<>();
        past.at("/items").forEach(item -> titles.add(item.get("title").stringValue()));
        assertThat(titles)
                .containsExactly(
                        "Stimulating employment in museums",
                        "Emergency Management (Focus: Lebanon)",
                        "Digital transformation for museums in the time of COVID-19",
                        "New challenges for collections and storage areas",
                        "Preparing for the Reopening of Museums");
        assertThat(past.at("/items/0/registration/state").stringValue()).isEqualTo("CLOSED");
    }

    @Test
    void theSecondConferenceHasTwentyFiveSpeakersFromElevenCountries() {
        Api.Answer series = expect(200, api.get("/api/activities?kind=conference"));
        String slug = series.at("/items/1/slug").stringValue();
        Api.Answer conference = expect(200, api.get("/api/activities/" + slug));

        assertThat(conference.at("/title").stringValue()).isEqualTo("Participation, Networking and Partnerships");
        assertThat(conference.at("/speakers").size()).isEqualTo(25);
        assertThat(conference.at("/speakerCountries").intValue()).isEqualTo(11);
        assertThat(conference.at("/startsAt").stringValue()).startsWith("2021-03-23");
        assertThat(conference.at("/endsAt").stringValue()).startsWith("2021-03-24");
        assertThat(conference.at("/series").stringValue()).isNotEmpty();
    }
}
