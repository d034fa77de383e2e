package museum.atrium.registration.privacy;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The other services are asked once for whoever there is, and nobody waits for an answer about who is gone. */
class AskingExportsTest extends WithExports {

    private static final String ENDED = "museum.atrium.export.ended.v1";

    @Test
    void whatIsAskedLastCountsAndAnswersWhatWasAskedBefore() {
        api.publish(api.webinar("exported-twice", webinar -> {}));
        expect(202, api.signUp("exported-twice", "twice@exported.example.org"));
        String first = ask(Map.of("email", "twice@exported.example.org"));
        String second = ask(Map.of("email", "twice@exported.example.org"));
        JsonNode askedFirst = asked(first, 1).getFirst();
        JsonNode askedSecond = asked(second, 1).getFirst();
        assertThat(askedSecond.at("/revision").longValue())
                .isGreaterThan(askedFirst.at("/revision").longValue());

        answer("notification", askedSecond, held -> held.put("olderMails", 7));
        answer("notification", askedFirst, held -> held.put("olderMails", 4));
        answer("recording", askedSecond, held -> {});

        for (String export : List.of(first, second)) {
            eventually(
                    () -> assertThat(report(export).at("/status").stringValue()).isEqualTo("DONE"));
            assertThat(report(export)
                            .at("/data/registrations/0/elsewhere/0/held/olderMails")
                            .intValue())
                    .isEqualTo(7);
        }
    }

    @Test
    void anErasureTakesTheAnswersWithItAndThoseThatComeLate() {
        api.publish(api.webinar("exported-erased", webinar -> {}));
        api.publish(api.webinar("exported-stays", webinar -> {}));
        expect(202, api.signUp("exported-erased", "erased@exported.example.org"));
        expect(202, api.signUp("exported-stays", "erased@exported.example.org"));
        String gone = registration("exported-erased");
        String stays = registration("exported-stays");
        String export = ask(Map.of("email", "erased@exported.example.org"));
        JsonNode askedOfGone = asked(export, 2, gone);
        JsonNode askedOfStays = asked(export, 2, stays);
        answer("notification", askedOfGone);
        eventually(() -> assertThat(answersOf(gone)).isEqualTo(1));

        expect(202, api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", gone)));

        assertThat(answersOf(gone)).isZero();
        assertThat(report(export).at("/registrations").intValue()).isEqualTo(1);
        eventually(() -> assertThat(lastTypeOf(gone)).isEqualTo(ENDED));
        answer("recording", askedOfGone);
        answerBoth(askedOfStays);
        eventually(() -> assertThat(report(export).at("/status").stringValue())
                .as("it was read behind the late one")
                .isEqualTo("DONE"));
        assertThat(answersOf(gone)).isZero();
        assertThat(report(export).at("/data/registrations/0/id").stringValue()).isEqualTo(stays);
        assertThat(report(export).at("/data/registrations")).hasSize(1);
        assertThat(lastTypeOf(stays)).isEqualTo("museum.atrium.export.asked.v1");
    }

    @Test
    void anInvitationToSpeakIsExportedByItsIdAndForgottenWithItsSpeaker() {
        api.publish(api.webinar("exported-speaker", webinar -> {}));
        String id = expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                "/activities/exported-speaker/speakers",
                                Map.of("name", "Ana Speaker", "email", "speaker@exported.example.org")))
                .at("/id")
                .stringValue();
        String export = ask(Map.of("registration", id));
        asked(export, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(
                        report(export).at("/data/invitations/0/held/email").stringValue())
                .isEqualTo("speaker@exported.example.org"));
        assertThat(report(export).at("/subject").stringValue()).isEqualTo("REGISTRATION");

        expect(202, api.organizer(HttpMethod.POST, "/activities/exported-speaker/speakers/" + id + "/erasure", null));

        assertThat(answersOf(id)).isZero();
        assertThat(report(export).at("/data/invitations")).isEmpty();
        eventually(() -> assertThat(lastTypeOf(id)).isEqualTo(ENDED));
    }

    /** Else it would wait for ever, because nobody answers for who is erased. */
    @Test
    void whoIsErasedAtThatMomentIsNotWaitedFor() throws Exception {
        api.publish(api.webinar("exported-at-once", webinar -> {}));
        for (int round = 0; round < 10; round++) {
            expect(202, api.signUp("exported-at-once", "at-once-" + round + "@exported.example.org"));
            String id = registration("exported-at-once");

            atOnce(
                    () -> api.organizer(HttpMethod.POST, "/exports", Map.of("registration", id)),
                    () -> api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", id)));

            assertThat(database.sql("select count(*) from exported_registration where registration_id = :id::uuid")
                            .param("id", id)
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertThat(expect(
                                422,
                                api.organizer(
                                        HttpMethod.POST,
                                        "/exports",
                                        Map.of("registration", UUID.randomUUID().toString())))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("registration");
        expect(404, api.organizer(HttpMethod.GET, "/exports/" + UUID.randomUUID(), null));
        expect(400, api.organizer(HttpMethod.GET, "/exports?status=DONE", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\": \"\"}",
                "{\"email\": \"nobody\"}",
                "{\"email\": \"a@example.org\", \"registration\": \"0199b1c0-0000-7000-8000-0000000000b1\"}"
            })
    void whatNamesNobodyOrTwoIsRefused(String request) {
        assertThat(expect(422, api.organizer(HttpMethod.POST, "/exports", request))
                        .at("/errors/0/field")
                        .stringValue())
                .isEqualTo("email");
    }

    /** The newest of this activity. */
    private String registration(String slug) {
        return database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id
                where a.slug = :slug order by r.registered_at desc limit 1
                """).param("slug", slug).query(UUID.class).single().toString();
    }

    private long answersOf(String registration) {
        return database.sql("select count(*) from export_answer where registration_id = :id::uuid")
                .param("id", registration)
                .query(Long.class)
                .single();
    }

    private String lastTypeOf(String registration) {
        List<String> types = new ArrayList<>();
        listen(records -> {
            records.stream()
                    .filter(record -> record.key().equals(registration))
                    .map(WithExports::type)
                    .forEach(types::add);
            assertThat(types).isNotEmpty();
        });
        return types.getLast();
    }

    private static void atOnce(Runnable... calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<? extends Future<?>> called =
                    Stream.of(calls).map(threads::submit).toList();
            for (Future<?> one : called) {
                one.get();
            }
        }
    }
}
