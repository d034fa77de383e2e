package museum.atrium.recording.zoom;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import museum.atrium.recording.arrivals.PatientClient;
import museum.atrium.recording.arrivals.UnreadableList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Zoom which meetings of an account were recorded. */
@Component
class ZoomAccount {

    private static final int PAGE = 300;
    /** A list without an end is none. */
    private static final int MOST_PAGES = 100;

    private final ZoomSettings settings;
    private final Clock clock;
    private final RestClient client = PatientClient.create();

    ZoomAccount(ZoomSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param use gets each meeting, and the header that opens its files for an hour */
    void eachRecorded(BiConsumer<JsonNode, String> use) {
        String authorization = "Bearer " + token();
        String next = "";
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            JsonNode page = read(client.get()
                    .uri(page(next))
                    .header("Authorization", authorization)
                    .retrieve()
                    .body(byte[].class));
            page.path("meetings").forEach(meeting -> use.accept(meeting, authorization));
            next = page.path("next_page_token").asString("");
            if (next.isEmpty()) {
                return;
            }
        }
        throw new UnreadableList("it has more than %d pages".formatted(MOST_PAGES));
    }

    private String token() {
        JsonNode answer = read(client.post()
                .uri(UriComponentsBuilder.fromUriString(settings.url() + "/oauth/token")
                        .queryParam("grant_type", "account_credentials")
                        .queryParam("account_id", "{account}")
                        .build(settings.accountId()))
                .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                .retrieve()
                .body(byte[].class));
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new UnreadableList("no token was given");
        }
        return token;
    }

    private URI page(String next) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return UriComponentsBuilder.fromUriString(settings.apiUrl() + "/v2/accounts/me/recordings")
                .queryParam("from", today.minusDays(settings.youngerThan().toDays()))
                .queryParam("to", today)
                .queryParam("page_size", PAGE)
                .queryParam("next_page_token", "{next}")
                .build(next);
    }

    private static JsonNode read(byte @Nullable [] answer) {
        try {
            return JsonMapper.shared().readTree(answer == null ? new byte[0] : answer);
        } catch (JacksonException unreadable) {
            throw new UnreadableList("it answered something else than JSON");
        }
    }
}
