package museum.atrium.recording.access;

import museum.atrium.links.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens the personal links that mails carry. */
@Component
public class WatchLinks {

    private final SignedLinks links;

    WatchLinks(@Value("${atrium.links.watch}") String keys) {
        links = new SignedLinks(ConfiguredKeys.of("watch", keys));
    }

    /** Whoever the token names; anyone when there is none or it is not ours. */
    public Viewer viewer(@Nullable String token) {
        return token == null
                ? new Viewer.Anyone()
                : links.open(token)
                        .<Viewer>map(link -> new Viewer.Registered(link.subject(), link.version()))
                        .orElseGet(Viewer.Anyone::new);
    }
}
