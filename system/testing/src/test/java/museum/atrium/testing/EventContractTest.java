package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activity",
                "registration",
                "contact",
                "reminder",
                "recording",
                "reach",
                "export",
                "exportInNotification",
                "exportInRecording"
            })
    void everyExampleIsValid(String name) {
        EventContract contract = Contracts.event(name);

        contract.assertValid(contract.example());
    }

    static Stream<Arguments> wrongEvents() {
        return Stream.of(
                wrong(
                        "a field that nobody knows",
                        "activity",
                        event -> event.put("joinUrl", "https://live.example.org")),
                wrong("a missing field", "activity", event -> event.remove("revision")),
                wrong("an instant without a zone", "reminder", event -> event.put("dueAt", "2027-03-01T13:00:00")),
                wrong(
                        "an instant that is not in UTC",
                        "reminder",
                        event -> event.put("dueAt", "2027-03-01T13:00:00+01:00")),
                wrong("a distance that is no duration", "reminder", event -> event.put("distance", "one hour")),
                wrong("an id that is no UUID", "registration", event -> event.put("id", "17")),
                wrong("a status that does not exist", "registration", event -> event.put("status", "MAYBE")),
                wrong(
                        "an occasion that does not exist",
                        "registration",
                        event -> event.withObject("/occasions").put("dreamt", 1)),
                wrong("an address that is none", "contact", event -> event.put("email", "mariana at example.org")),
                wrong(
                        "a watch address of another site",
                        "recording",
                        event -> event.put("watchPath", "https://elsewhere.example.org/watch/x")),
                wrong("a reason why nothing is sent where mails are", "reach", event -> event.put("reachable", true)),
                wrong(
                        "an address where it is only said that there is one",
                        "exportInNotification",
                        event -> event.withObject("/held").put("email", "mariana@example.org")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongEvents")
    void aWrongEventFails(String what, String name, Consumer<ObjectNode> change) {
        assertThatThrownBy(() -> Contracts.event(name).exampleWith(change))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not a valid '" + name + "' event");
    }

    @Test
    void theFailureNamesWhatDiffers() {
        assertThatThrownBy(() -> Contracts.event("contact").exampleWith(event -> event.remove("email")))
                .hasMessageContaining("'email'");
    }

    @Test
    void theTypeIsCheckedToo() {
        EventContract reminders = Contracts.event("reminder");

        reminders.assertValid("museum.atrium.reminder.due.v1", reminders.example());
        assertThatThrownBy(() -> reminders.assertValid("museum.atrium.reminder.late.v1", reminders.example()))
                .hasMessageContaining("'museum.atrium.reminder.late.v1' is not a type");
    }

    @Test
    void everyFileThatTheCatalogueNamesIsThere() throws IOException {
        String catalogue = Files.readString(Contracts.folder().resolve("asyncapi.yaml"));

        List<String> schemas = Pattern.compile("events/[a-zA-Z]+\\.schema\\.json")
                .matcher(catalogue)
                .results()
                .map(MatchResult::group)
                .toList();

        try (Stream<Path> files = Files.list(Contracts.folder().resolve("events"))) {
            assertThat(files.map(file -> "events/" + file.getFileName()).filter(name -> name.endsWith(".schema.json")))
                    .containsExactlyInAnyOrderElementsOf(schemas);
        }
    }

    private static Arguments wrong(String what, String event, Consumer<ObjectNode> change) {
        return Arguments.of(what, event, change);
    }
}
