package museum.atrium.recording;

import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The origin that people see: addresses are made from it, never from what a request claims about its host. */
@Component
public class PublicUrl {

    private final String origin;

    PublicUrl(@Value("${atrium.public-url}") String origin) {
        this.origin = origin.replaceAll("/+$", "");
    }

    /** The address of a path, which begins with a slash. */
    public URI of(String path) {
        return URI.create(origin + path);
    }

    /** The page of one recording. */
    public URI watch(String slug, UUID recording) {
        return of("/watch/%s/%s".formatted(slug, recording));
    }

    /** Of what everybody may watch: an address that needs no ticket, which would be over when a feed's reader comes. */
    public URI everybodysMedia(UUID recording, String name) {
        return of("/feeds/recordings/%s/%s".formatted(recording, name));
    }
}
