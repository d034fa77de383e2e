package museum.atrium.registration.privacy;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person is shown what all services hold of them, here and elsewhere. */
class ExportsTest extends WithExports {

    @Test
    void everythingOfAPersonIsShownOnceEachServiceHasAnswered() {
        Everywhere.known(api, "shown-whole", "shown@exported.example.org");
        expect(202, api.signUp("shown-whole", "other@exported.example.org"));

        String export = ask(Map.of("email", "SHOWN@Exported.Example.org"));

        JsonNode waiting = report(export);
        assertThat(waiting.at("/subject").stringValue()).isEqualTo("PERSON");
        assertThat(waiting.at("/account").stringValue()).isEqualTo("organizer");
        assertThat(waiting.at("/registrations").intValue())
                .as("a registration, a subscription, an invitation to speak")
                .isEqualTo(3);
        assertThat(waiting.at("/status").stringValue()).isEqualTo("WAITING");
        assertThat(waiting.at("/data").isNull()).as("nothing that is not whole").isTrue();
        List<JsonNode> asked = asked(export, 3);
        asked.forEach(one -> answer("recording", one));
        asked.subList(1, 3).forEach(one -> answer("notification", one));
        eventually(() -> assertThat(statusOf(export, "recording-service")).isEqualTo("DONE"));
        assertThat(report(export).at("/status").stringValue()).isEqualTo("WAITING");
        answer("notification", asked.getFirst());
        eventually(() -> assertThat(report(export).at("/status").stringValue()).isEqualTo("DONE"));

        Api.Answer told = expect(200, api.organizer(HttpMethod.GET, "/exports/" + export, null));
        assertThat(told.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(told.at("/data/registrations")
                        .valueStream()
                        .map(one -> one.at("/held/activity/slug").stringValue() + " "
                                + one.at("/held/person/email").stringValue()))
                .containsExactlyInAnyOrder(
                        "shown-whole shown@exported.example.org", "shown-whole-series shown@exported.example.org");
        assertThat(told.at("/data/invitations")).hasSize(1);
        assertThat(told.at("/data/invitations/0/held/name").stringValue()).isEqualTo("Ana Speaker");
        assertThat(told.at("/data/codes")).hasSize(1);
        assertThat(told.at("/data/codes/0/activity").stringValue()).isEqualTo("shown-whole");
        assertThat(Stream.concat(
                        told.at("/data/registrations").valueStream(),
                        told.at("/data/invitations").valueStream()))
                .allSatisfy(one -> {
                    assertThat(one.at("/elsewhere/0/service").stringValue()).isEqualTo("notification-service");
                    assertThat(one.at("/elsewhere/0/held")).isEqualTo(held("notification"));
                    assertThat(one.at("/elsewhere/1/service").stringValue()).isEqualTo("recording-service");
                    assertThat(one.at("/elsewhere/1/held")).isEqualTo(held("recording"));
                    assertThat(one.at("/elsewhere/1/answeredAt").stringValue()).isEqualTo("2027-03-02T09:00:02Z");
                });
        assertThat(told.body()).doesNotContain("other@exported");
        assertThat(new Traced(database).tablesWith("shown@exported"))
                .as("the export keeps ids")
                .noneMatch(table -> table.startsWith("export"));
    }

    @Test
    void aListSaysHowFarTheyAreAndNothingOfWhatIsHeld() {
        api.publish(api.webinar("listed-exports", webinar -> {}));
        expect(202, api.signUp("listed-exports", "listed@exported.example.org"));
        String first = ask(Map.of("email", "listed@exported.example.org"));
        asked(first, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(report(first).at("/status").stringValue()).isEqualTo("DONE"));
        String second = ask(Map.of("email", "nobody@exported.example.org"));

        Api.Answer page = expect(200, api.organizer(HttpMethod.GET, "/exports?limit=1", null));
        String next = page.at("/next").stringValue();
        Api.Answer rest = expect(200, api.organizer(HttpMethod.GET, "/exports?limit=100&cursor=" + next, null));

        assertThat(page.at("/items/0/id").stringValue()).isEqualTo(second);
        assertThat(page.at("/items/0/status").stringValue())
                .as("nobody has to be asked")
                .isEqualTo("DONE");
        assertThat(rest.at("/items/0/id").stringValue()).isEqualTo(first);
        assertThat(rest.at("/items").valueStream())
                .allMatch(item -> item.at("/data").isNull());
        JsonNode empty = report(second).at("/data");
        assertThat(empty.toString()).isEqualTo("{\"registrations\":[],\"invitations\":[],\"codes\":[]}");
    }

    @Test
    void whoHasTheLinkOfARegistrationIsShownThatOneAlone() {
        api.publish(api.webinar("own-export", webinar -> {}));
        expect(202, api.signUp("own-export", "own@exported.example.org"));
        expect(202, api.signUp("own-export", "stranger@exported.example.org"));
        String own = "/api/registrations/" + api.manageToken("own-export", "own@exported.example.org") + "/exports";
        String stranger =
                "/api/registrations/" + api.manageToken("own-export", "stranger@exported.example.org") + "/exports";

        String export = expect(202, api.post(own, null)).at("/id").stringValue();

        assertThat(expect(202, api.post(own, null)).at("/id").stringValue())
                .as("asked a moment ago")
                .isEqualTo(export);
        assertThat(expect(200, api.get(own + "/" + export)).at("/status").stringValue())
                .isEqualTo("WAITING");
        asked(export, 1).forEach(this::answerBoth);
        eventually(() -> assertThat(
                        expect(200, api.get(own + "/" + export)).at("/status").stringValue())
                .isEqualTo("DONE"));
        Api.Answer told = expect(200, api.get(own + "/" + export));
        assertThat(told.at("/account").isNull()).isTrue();
        assertThat(told.at("/data/registrations/0/held/person/email").stringValue())
                .isEqualTo("own@exported.example.org");
        assertThat(told.at("/data/registrations/0/elsewhere")).hasSize(2);
        expect(404, api.get(stranger + "/" + export));
        expect(404, api.get("/api/registrations/nonsense/exports/" + export));
        expect(404, api.post("/api/registrations/nonsense/exports", null));
        String byOrganiser = ask(Map.of("email", "own@exported.example.org"));
        expect(404, api.get(own + "/" + byOrganiser));
    }

    @Test
    void whoReadsWhatIsHeldIsNotedAndWhoWaitsIsNot() {
        api.publish(api.webinar("noted-export", webinar -> {}));
        expect(202, api.signUp("noted-export", "noted@exported.example.org"));
        String export = ask(Map.of("email", "noted@exported.example.org"));
        report(export);
        JsonNode asked = asked(export, 1).getFirst();
        assertThat(notedOf(export)).containsExactly("export.asked {\"codes\":0,\"registrations\":1}");

        answerBoth(asked);
        eventually(() -> assertThat(statusOf(export)).isEqualTo("DONE"));
        report(export);

        assertThat(notedOf(export))
                .containsExactly("export.asked {\"codes\":0,\"registrations\":1}", "export.read {\"registrations\":1}");
    }

    private String statusOf(String export, String service) {
        return report(export)
                .at("/services")
                .valueStream()
                .filter(one -> one.at("/service").stringValue().equals(service))
                .map(one -> one.at("/status").stringValue())
                .findFirst()
                .orElseThrow();
    }

    /** By the list, which nobody reads anything in. */
    private String statusOf(String export) {
        return expect(200, api.organizer(HttpMethod.GET, "/exports?limit=100", null))
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/id").stringValue().equals(export))
                .map(item -> item.at("/status").stringValue())
                .findFirst()
                .orElseThrow();
    }

    private List<String> notedOf(String export) {
        return database.sql("""
                select action || ' ' || changes::text from audit_entry where target_id = :id::uuid order by at
                """)
                .param("id", export)
                .query((row, number) -> row.getString(1).replace(" ", "").replaceFirst("\\{", " {"))
                .list();
    }

    private static JsonNode held(String service) {
        return JsonMapper.shared().readTree(contract(service).example()).at("/held");
    }
}
