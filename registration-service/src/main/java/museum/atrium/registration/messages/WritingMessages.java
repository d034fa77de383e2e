package museum.atrium.registration.messages;

import museum.atrium.http.json.StrictJson;
import museum.atrium.registration.signup.KeysOfRequests;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What an organiser writes, as the calls of programs have it, by whichever way it comes. */
@Component
public class WritingMessages {

    private final SendingMessages sending;
    private final KeysOfRequests keys;
    private final StrictJson strict;

    WritingMessages(SendingMessages sending, KeysOfRequests keys, StrictJson strict) {
        this.sending = sending;
        this.keys = keys;
        this.strict = strict;
    }

    public MessagePreview preview(String slug, ObjectNode message) {
        return sending.preview(slug, strict.read(message, MessageRequest.class));
    }

    /** @param key of this very form: sent twice, it is one message */
    public Message send(String slug, ObjectNode message, String key) {
        MessageRequest request = strict.read(message, MessageRequest.class);
        return sending.send(slug, request, keys.of(key, request));
    }
}
