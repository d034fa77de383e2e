package museum.atrium.registration.lists;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An organiser puts the people of a file on an activity. */
@RegistrationTest
class ImportTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Test
    void thePeopleOfAFileArePutOnTheActivityAndEachIsToldOnce() {
        api.publish(api.webinar("imported", webinar -> {}));

        Api.Answer imported = expect(200, upload("imported", """
                \uFEFFName;E-Mail;locale
                """.replace("E-Mail", "EMAIL") + """
                "Example, Ana";ana@example.org;fr

                بن المثال;BEN@example.org;
                ;;
                """));

        assertThat(imported.at("/lines").intValue()).isEqualTo(2);
        assertThat(imported.at("/confirmed").intValue()).isEqualTo(2);
        assertThat(imported.at("/passedOver").size()).isZero();
        JsonNode ana = person("imported", "ana@example.org");
        assertThat(ana.at("/name").stringValue()).isEqualTo("Example, Ana");
        assertThat(ana.at("/locale").stringValue()).isEqualTo("fr");
        assertThat(person("imported", "BEN@example.org").at("/timeZone").stringValue())
                .isEqualTo("Europe/Paris");
        assertThat(happenings(ana)).isEqualTo("{\"confirmed\": 1}");
    }

    @Test
    void importingAFileAgainAddsAndTellsNobody() {
        api.publish(api.webinar("imported-again", webinar -> {}));
        String file = "email,name\nana@example.org,Ana\nben@example.org,Ben\n";
        expect(200, upload("imported-again", file));
        JsonNode before = listed("imported-again");

        Api.Answer again = expect(200, upload("imported-again", file + "cleo@example.org,Cleo\nANA@example.org,Ana\n"));

        assertThat(again.at("/confirmed").intValue()).isEqualTo(1);
        assertThat(again.at("/alreadyRegistered").intValue()).isEqualTo(2);
        assertThat(again.at("/repeated").intValue()).isEqualTo(1);
        assertThat(passedOver(again)).containsExactly("2 ALREADY_REGISTERED", "3 ALREADY_REGISTERED", "5 REPEATED");
        JsonNode after = listed("imported-again");
        assertThat(after.size()).isEqualTo(3);
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(revision("imported-again", "ana@example.org")).isEqualTo(1);
    }

    @Test
    void allBadLinesAreNamedAndNothingIsStored() {
        api.publish(api.webinar("bad-lines", webinar -> {}));
        String file = """
                email,name,locale,timeZone,country,affiliation
                ana@example.org,Ana,,,,
                not-an-address,Ben,,,,
                ,,,,,
                cleo@example.org,,english please,,,
                dana@example.org,Da\u202Ena,,Mars/Olympus,Portugal,Mu\u0007seum
                "eve@example.org","Eve
                Example",,,,
                fay@example.org,Fay,,,,,,more
                """;
        for (String query : List.of("?dryRun=true", "")) {
            Api.Answer refused = expect(422, send("bad-lines" + "/registrations/import" + query, file));

            assertThat(refused.at("/errors")
                            .valueStream()
                            .map(error -> error.at("/field").stringValue()))
                    .containsExactly(
                            "line 3: email",
                            "line 5: name",
                            "line 5: locale",
                            "line 6: name",
                            "line 6: timeZone",
                            "line 6: country",
                            "line 6: affiliation",
                            "line 7: name",
                            "line 9: field 8");
            assertThat(refused.at("/found").intValue()).isEqualTo(9);
            assertThat(listed("bad-lines").size()).isZero();
        }
    }

    @Test
    void ofVeryManyBadLinesTheFirstThousandAreNamed() {
        api.publish(api.webinar("all-bad", webinar -> {}));

        Api.Answer refused = expect(422, upload("all-bad", people(0, 1_200).replace("@", "")));

        assertThat(refused.at("/errors").size()).isEqualTo(1_000);
        assertThat(refused.at("/found").intValue()).isEqualTo(1_200);
    }

    @Test
    void aDryRunSaysWhatWouldComeOfItAndStoresNothing() {
        api.publish(
                api.webinar("foreseen", webinar -> webinar.put("capacity", 2).put("waitlist", true)));
        expect(202, api.signUp("foreseen", "ana@example.org"));
        String file = "email,name\nana@example.org,Ana\nben@example.org,Ben\ncleo@example.org,Cleo\n";

        JsonNode foreseen = expect(200, send("foreseen/registrations/import?dryRun=true", file))
                .at("");

        assertThat(foreseen.at("/dryRun").booleanValue()).isTrue();
        assertThat(listed("foreseen").size()).isEqualTo(1);
        JsonNode imported = expect(200, upload("foreseen", file)).at("");
        assertThat(imported.at("/confirmed").intValue()).isEqualTo(1);
        assertThat(imported.at("/waitlisted").intValue()).isEqualTo(1);
        for (String count : List.of("/lines", "/confirmed", "/waitlisted", "/alreadyRegistered", "/passedOver")) {
            assertThat(imported.at(count)).isEqualTo(foreseen.at(count));
        }
    }

    @Test
    void noMorePeopleGetAPlaceThanThereAre() {
        api.publish(api.webinar("three-places", webinar -> {
            webinar.put("capacity", 3);
            webinar.put("waitlist", true);
        }));
        api.publish(api.webinar("three-places-no-line", webinar -> {
            webinar.put("capacity", 3);
            webinar.put("waitlist", false);
        }));

        JsonNode waiting = expect(200, upload("three-places", people(0, 5))).at("");
        Api.Answer full = expect(200, upload("three-places-no-line", people(0, 5)));

        assertThat(waiting.at("/confirmed").intValue()).isEqualTo(3);
        assertThat(waiting.at("/waitlisted").intValue()).isEqualTo(2);
        assertThat(full.at("/confirmed").intValue()).isEqualTo(3);
        assertThat(full.at("/full").intValue()).isEqualTo(2);
        assertThat(passedOver(full)).containsExactly("5 FULL", "6 FULL");
        assertThat(listed("three-places-no-line").size()).isEqualTo(3);
        assertThat(api.organizer(HttpMethod.GET, "/activities/three-places", null)
                        .at("/taken")
                        .intValue())
                .isEqualTo(3);
    }

    @Test
    void theOrganisersWordStandsForInvitationDomainApprovalOptInAndTheWindow() {
        api.publish(api.webinar("by-word", webinar -> {
            webinar.put("invitationOnly", true);
            webinar.put("approval", true);
            webinar.put("doubleOptIn", true);
            webinar.putArray("allowedDomains").add("museum.example.org");
            webinar.put(
                    "registrationClosesAt",
                    Instant.now().minus(1, ChronoUnit.DAYS).toString());
        }));

        assertThat(expect(200, upload("by-word", people(0, 1))).at("/confirmed").intValue())
                .isEqualTo(1);
    }

    @Test
    void nothingIsAnsweredOrAgreedToForThemAndTheyCanDoSoThemselves() {
        api.publish(api.webinar("asking-imported", webinar -> {
            webinar.putArray("questions")
                    .addPOJO(Map.of(
                            "id", "field", "kind", "TEXT", "required", true, "label", Map.of("en", "Your field")));
            webinar.putArray("consents")
                    .addPOJO(Map.of("id", "recorded", "required", true, "text", Map.of("en", "I agree.")));
        }));

        expect(200, upload("asking-imported", people(0, 1)));

        JsonNode imported = listed("asking-imported").get(0);
        assertThat(imported.at("/formVersion").intValue()).isZero();
        assertThat(imported.at("/answers").size()).isZero();
        assertThat(imported.at("/consents").size()).isZero();
        String own = "/api/registrations/" + api.manageToken("asking-imported", "p0@example.org");
        expect(200, api.call(HttpMethod.PATCH, own, Map.of("name", "Another Name")));
        expect(
                200,
                api.call(
                        HttpMethod.PATCH,
                        own,
                        Map.of("answers", Map.of("field", "care"), "consents", Map.of("recorded", true))));
        assertThat(listed("asking-imported").get(0).at("/answers/field").stringValue())
                .isEqualTo("care");
    }

    @Test
    void whoAskedForAPlaceGetsItAndKeepsWhatTheyWrote() {
        api.publish(api.webinar("approved-by-file", webinar -> webinar.put("approval", true)));
        expect(202, api.signUp("approved-by-file", "p0@example.org"));
        assertThat(listed("approved-by-file").get(0).at("/status").stringValue())
                .isEqualTo("PENDING");

        expect(200, upload("approved-by-file", people(0, 1)));

        JsonNode approved = listed("approved-by-file").get(0);
        assertThat(approved.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(approved.at("/name").stringValue()).isEqualTo("Ana Example");
    }

    @Test
    void anAddressThatNobodyProvedIsWrittenAnew() {
        api.publish(api.webinar("proved-by-file", webinar -> webinar.put("doubleOptIn", true)));
        expect(202, api.signUp("proved-by-file", "p0@example.org"));

        expect(200, upload("proved-by-file", people(0, 1)));

        JsonNode proved = listed("proved-by-file").get(0);
        assertThat(proved.at("/status").stringValue()).isEqualTo("CONFIRMED");
        assertThat(proved.at("/name").stringValue()).isEqualTo("Person 0");
    }

    @Test
    void whoCancelledIsNotPutOnAgain() {
        api.publish(api.webinar("import-left", webinar -> {}));
        expect(200, upload("import-left", people(0, 2)));
        expect(
                204,
                api.call(
                        HttpMethod.DELETE,
                        "/api/registrations/" + api.manageToken("import-left", "p0@example.org"),
                        null));

        Api.Answer again = expect(200, upload("import-left", people(0, 2)));

        assertThat(passedOver(again)).containsExactly("2 CANCELLED", "3 ALREADY_REGISTERED");
        assertThat(person("import-left", "p0@example.org").at("/status").stringValue())
                .isEqualTo("CANCELLED");
    }

    @Test
    void nobodyIsPutOnADraftOrACancelledActivity() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("import-draft", webinar -> {})));
        api.publish(api.webinar("import-cancelled", webinar -> {}));
        expect(200, api.organizer(HttpMethod.POST, "/activities/import-cancelled/cancellation", null));

        expect(409, upload("import-draft", people(0, 1)));
        expect(409, send("import-draft/registrations/import?dryRun=true", people(0, 1)));
        expect(409, upload("import-cancelled", people(0, 1)));
        expect(404, upload("import-nowhere", people(0, 1)));
    }

    @Test
    void whoIsPutOnAnActivityWithoutADateIsInterested() {
        api.publish(api.webinar("import-undated", webinar -> webinar.putArray("sessions")));

        assertThat(expect(200, upload("import-undated", people(0, 2)))
                        .at("/interested")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void tenThousandPeopleArePutOnInBoundedTimeAndNoMoreAreTaken() {
        api.publish(
                api.webinar("crowd", webinar -> webinar.put("capacity", 9_000).put("waitlist", true)));
        Instant begun = Instant.now();

        JsonNode imported = expect(200, upload("crowd", people(0, 10_000))).at("");

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(60));
        assertThat(imported.at("/confirmed").intValue()).isEqualTo(9_000);
        assertThat(imported.at("/waitlisted").intValue()).isEqualTo(1_000);
        assertThat(api.organizer(HttpMethod.GET, "/activities/crowd", null)
                        .at("/taken")
                        .intValue())
                .isEqualTo(9_000);
        Api.Answer more = expect(422, upload("crowd", people(0, 10_001)));
        assertThat(more.at("/errors/0/message").stringValue()).contains("10000");
        String exported =
                api.download("/activities/crowd/registrations", "text/csv").text();
        assertThat(exported.lines().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toSet()))
                .as("every chunk is in the file, and none twice")
                .hasSize(10_000);
        assertThat(exported.lines()).hasSize(10_001);
    }

    @Test
    void aFileIsInUtf8AndOfABoundedSize() {
        api.publish(api.webinar("refused-files", webinar -> {}));
        byte[] latin = "email,name\nana@example.org,José\n".getBytes(StandardCharsets.ISO_8859_1);
        String path = "/api/organizer/activities/refused-files/registrations/import";

        assertThat(expect(422, api.upload(path, latin, "text/csv"))
                        .at("/errors/0/message")
                        .stringValue())
                .contains("UTF-8");
        expect(413, api.upload(path, new byte[4 * 1024 * 1024 + 1], "text/csv"));
        expect(415, api.upload(path, "{}", "application/json"));
        expect(401, api.post(path, null));
        expect(400, send("refused-files/registrations/import?dryRun=perhaps", people(0, 1)));
        eventually(() -> assertThat(listed("refused-files").size()).isZero());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "email,name\n",
                "name\nAna\n",
                "email,name,phone\nana@example.org,Ana,1\n",
                "email,name,email\nana@example.org,Ana,b@example.org\n"
            })
    void aFileWithoutPeopleOrWithOtherColumnsIsRefused(String file) {
        if (api.organizer(HttpMethod.GET, "/activities/odd-files", null).status() == 404) {
            api.publish(api.webinar("odd-files", webinar -> {}));
        }

        assertThat(upload("odd-files", file).status()).isBetween(400, 422);
        assertThat(listed("odd-files").size()).isZero();
    }

    @Test
    void anEmptyFileIsSaidToHaveNoPeople() {
        api.publish(api.webinar("empty-file", webinar -> {}));

        assertThat(expect(422, upload("empty-file", "")).at("/errors/0/message").stringValue())
                .contains("has no people");
    }

    @Test
    void blankLinesBeforeTheFirstDoNotHideItsSemicolons() {
        api.publish(api.webinar("blank-lines", webinar -> {}));

        assertThat(expect(200, upload("blank-lines", "\n\nname;email\nExample, Ana;ana@example.org\n"))
                        .at("/confirmed")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void anUnknownColumnIsNamed() {
        api.publish(api.webinar("named-column", webinar -> {}));

        Api.Answer refused = expect(422, upload("named-column", "email,name,phone\nana@example.org,Ana,1\n"));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("line 1: phone");
    }

    /** Those from {@code first} on, one a line. */
    private static String people(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> "p" + i + "@example.org,Person " + i)
                .collect(Collectors.joining("\n", "email,name\n", "\n"));
    }

    private Api.Answer upload(String slug, String file) {
        return send(slug + "/registrations/import", file);
    }

    private Api.Answer send(String path, String file) {
        return api.upload("/api/organizer/activities/" + path, file, "text/csv");
    }

    private JsonNode listed(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug + "/registrations?limit=500", null))
                .at("/items");
    }

    private JsonNode person(String slug, String email) {
        return listed(slug)
                .valueStream()
                .filter(item -> item.at("/email").stringValue().equals(email))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> passedOver(Api.Answer answer) {
        return answer.at("/passedOver")
                .valueStream()
                .map(line -> line.at("/line") + " " + line.at("/reason").asString())
                .toList();
    }

    private String happenings(JsonNode registration) {
        return database.sql("select occasions::text from registration where id = :id::uuid")
                .param("id", registration.at("/id").stringValue())
                .query(String.class)
                .single();
    }

    private long revision(String slug, String email) {
        return database.sql("""
                select r.revision from registration r join activity a on a.id = r.activity_id
                where a.slug = ? and r.email_key = ?
                """).params(slug, email).query(Long.class).single();
    }
}
