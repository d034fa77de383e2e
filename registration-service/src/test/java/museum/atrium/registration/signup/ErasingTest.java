package museum.atrium.registration.signup;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who wants to be forgotten is, here and wherever events have told of them. */
@RegistrationTest
class ErasingTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    OwnRegistrations own;

    @Autowired
    ChangingRegistration changing;

    @Test
    void whoCancelsOrChangesWhatIsErasedInBetweenFindsNothing() {
        api.publish(api.webinar("erased-between", webinar -> {}));
        expect(202, api.signUp("erased-between", "between@example.org"));
        String token = api.manageToken("erased-between", "between@example.org");
        Registration found = own.byManageToken(token);
        expect(202, api.post("/api/registrations/" + token + "/erasure", null));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changing.cancel(found))
                .matches(refusal -> refusal.status() == HttpStatus.NOT_FOUND);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> changing.change(found, choice -> choice))
                .matches(refusal -> refusal.status() == HttpStatus.NOT_FOUND);
    }

    @Test
    void whoIsErasedLeavesNothingButTheirPlaceForTheNextInLine() {
        api.publish(
                api.webinar("forgetful", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        expect(202, api.signUp("forgetful", "gone@example.org"));
        expect(202, api.signUp("forgetful", "next@example.org"));
        String token = api.manageToken("forgetful", "gone@example.org");
        UUID registration = idOf("gone@example.org");

        expect(202, api.post("/api/registrations/" + token + "/erasure", null));

        assertThat(database.sql("select count(*) from registration where email_key = 'gone@example.org'")
                        .query(Integer.class)
                        .single())
                .isZero();
        expect(404, api.get("/api/registrations/" + token));
        expect(404, api.post("/api/registrations/" + token + "/erasure", null));
        assertThat(expect(200, api.get("/api/registrations/" + api.manageToken("forgetful", "next@example.org")))
                        .at("/status")
                        .stringValue())
                .isEqualTo("CONFIRMED");
        assertThat(taken("forgetful")).isEqualTo(1);
        assertThat(lastTold("atrium.contacts", registration)).isEqualTo("erased");
        assertThat(lastTold("atrium.registrations", registration)).isEqualTo("erased");
        assertThat(expect(202, api.signUp("forgetful", "gone@example.org"))
                        .at("/status")
                        .stringValue())
                .as("a newcomer like any other")
                .isEqualTo("WAITLISTED");
        assertThat(idOf("gone@example.org")).isNotEqualTo(registration);
    }

    @Test
    void whoOnlyWaitsTakesNobodysPlaceAlong() {
        api.publish(api.webinar(
                "waiting-erased", webinar -> webinar.put("capacity", 1).put("waitlist", true)));
        List.of("in@example.org", "waiting@example.org", "behind@example.org")
                .forEach(email -> expect(202, api.signUp("waiting-erased", email)));

        expect(
                202,
                api.post(
                        "/api/registrations/" + api.manageToken("waiting-erased", "waiting@example.org") + "/erasure",
                        null));

        assertThat(taken("waiting-erased")).isEqualTo(1);
        assertThat(expect(200, api.get("/api/registrations/" + api.manageToken("waiting-erased", "behind@example.org")))
                        .at("/status")
                        .stringValue())
                .isEqualTo("WAITLISTED");
    }

    @Test
    void thePagesButtonErasesAndSaysSo() {
        api.publish(api.webinar("erased-on-page", webinar -> {}));
        expect(202, api.signUp("erased-on-page", "ana@example.org"));
        String page = "/registrations/" + api.manageToken("erased-on-page", "ana@example.org");
        assertThat(expect(200, api.get(page)).body()).contains(page + "/erasure");

        String erased = expect(200, api.form(page + "/erasure", "")).body();

        assertThat(erased).contains("Your data is erased");
        Matcher number = Pattern.compile("quote this number: ([0-9a-f-]{36})").matcher(erased);
        assertThat(number.find()).isTrue();
        expect(200, api.organizer(HttpMethod.GET, "/erasures/" + number.group(1), null));

        expect(404, api.get(page, HttpHeaders.ACCEPT, "text/html"));
    }

    private String lastTold(String topic, UUID key) {
        List<String> told = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, topic)) {
            eventually(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.key().equals(key.toString())) {
                        told.add(record.value() == null ? "erased" : "known");
                    }
                });
                assertThat(told).contains("erased");
            });
        }
        return told.getLast();
    }

    private UUID idOf(String email) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = 'forgetful' and r.email_key = ?
                """).param(email).query(UUID.class).single();
    }

    private int taken(String slug) {
        return database.sql("select taken from activity where slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }
}
