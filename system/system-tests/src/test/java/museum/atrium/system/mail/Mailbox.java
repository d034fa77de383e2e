package museum.atrium.system.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import museum.atrium.system.surface.Http;
import tools.jackson.databind.JsonNode;

/** The inbox, read by address. */
public final class Mailbox {

    private final Http http;
    private final Map<String, ReceivedMail> parsed = new ConcurrentHashMap<>();

    public Mailbox(Http http) {
        this.http = http;
    }

    /** How many mails arrived for an address, repeats counted. */
    public int count(String address) {
        return list(address).size();
    }

    /** Everything that arrived for an address, oldest first, repeats included. */
    public List<ReceivedMail> allOf(String address) {
        List<ReceivedMail> mails = new ArrayList<>();
        list(address).forEach(item -> mails.add(mail(item.get("id").asString())));
        return mails.reversed();
    }

    private JsonNode list(String address) {
        return http.get("/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .expecting(200)
                .json();
    }

    private ReceivedMail mail(String id) {
        return parsed.computeIfAbsent(
                id,
                key -> ReceivedMail.parse(http.get("/api/messages/%s/raw".formatted(key))
                        .expecting(200)
                        .bytes()));
    }
}
