package museum.atrium.registration.announcing;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code contracts/events/network.schema.json}: a network as those need it who act in its name. */
record NetworkContract(
        UUID id,
        long revision,
        String slug,
        String name,
        String language,
        @Nullable LogoContract logo,
        @Nullable URI website,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        Map<String, String> imprint,
        String page) {

    record LogoContract(URI url, Map<String, String> alt) {}
}
