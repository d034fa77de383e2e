package museum.atrium.registration.attendance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the data of BigBlueButton's Learning Analytics Dashboard (learning_dashboard_data.json). Its CSV export knows people by
 * name only; here each also has the id under which they were sent into the room, which is their address where the room's front
 * end uses that.
 */
final class BigBlueButtonList {

    private BigBlueButtonList() {}

    private record Stay(long from, long until) {}

    static List<Presence> read(String text, JsonMapper json) {
        JsonNode dashboard;
        try {
            dashboard = json.readTree(text);
        } catch (JacksonException unreadable) {
            throw refused("is not JSON that can be read");
        }
        JsonNode users = dashboard.get("users");
        if (users == null || !users.isObject()) {
            throw refused("has no 'users': upload BigBlueButton's learning_dashboard_data.json as it is");
        }
        long end = dashboard.path("endedOn").asLong(0);
        List<Presence> presences = new ArrayList<>();
        for (JsonNode user : users) {
            String id = user.path("extId").asString("");
            presences.add(new Presence(
                    presences.size() + 1,
                    user.path("name").asString("").strip(),
                    id.contains("@") ? id : null,
                    stayed(user.path("intIds"), end)));
        }
        return presences;
    }

    /** Who comes in by two devices at once is there once. */
    private static @Nullable Duration stayed(JsonNode visits, long meetingEnd) {
        List<Stay> stays = new ArrayList<>();
        for (JsonNode visit : visits) {
            long from = visit.path("registeredOn").asLong(0);
            long left = visit.path("leftOn").asLong(0);
            long until = left > 0 ? left : meetingEnd;
            if (from > 0 && until > from) {
                stays.add(new Stay(from, until));
            }
        }
        stays.sort(Comparator.comparingLong(Stay::from));
        long total = 0;
        long reached = 0;
        for (Stay stay : stays) {
            total += Math.max(0, stay.until() - Math.max(stay.from(), reached));
            reached = Math.max(reached, stay.until());
        }
        return stays.isEmpty() ? null : Duration.ofMillis(total);
    }

    private static Refusal refused(String message) {
        return Refusal.invalid(new FieldError("body", message));
    }
}
