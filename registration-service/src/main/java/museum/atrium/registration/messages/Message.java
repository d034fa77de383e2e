package museum.atrium.registration.messages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.LocalizedText;

/**
 * What an organiser has sent.
 *
 * @param audience whom it was for, by the criteria of then
 * @param recipients how many they were
 */
public record Message(
        UUID id,
        @JsonIgnore ActivityId activity,
        LocalizedText subject,
        LocalizedText text,
        Audience audience,
        int recipients,
        Instant sentAt) {}
