package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a network's event that mails are made of, and its name in organisers' roles. */
record NetworkState(
        UUID id,
        long revision,
        String slug,
        String name,
        String language,
        @Nullable Logo logo,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        Map<String, String> imprint,
        String page) {

    record Logo(String url, Map<String, String> alt) {

        Logo {
            requireNonNull(url);
            requireNonNull(alt);
        }
    }

    NetworkState {
        requireNonNull(id);
        requireNonNull(slug);
        requireNonNull(name);
        requireNonNull(language);
        requireNonNull(imprint);
        requireNonNull(page);
    }
}
