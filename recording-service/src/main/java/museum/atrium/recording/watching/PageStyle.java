package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import museum.atrium.pages.Look;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the page looks and what plays in it; the policy names both by their hashes. */
@Component
class PageStyle {

    private final Look look = Look.with("pages/watch.css");
    private final String script;
    private final String policy;

    PageStyle() throws IOException {
        script = new ClassPathResource("pages/watch.js").getContentAsString(UTF_8);
        policy =
                // The page's own script loads the player's, which puts streams together as blobs.
                "default-src 'none'; media-src 'self' blob:; connect-src 'self'; img-src 'self'; style-src '%s'; script-src '%s' '%s' 'strict-dynamic'; base-uri 'none';"
                                .formatted(Look.hash(look.style()), Look.hash(look.script()), Look.hash(script))
                        + " form-action 'self'; frame-ancestors 'none'";
    }

    Look look() {
        return look;
    }

    String script() {
        return script;
    }

    String policy() {
        return policy;
    }
}
