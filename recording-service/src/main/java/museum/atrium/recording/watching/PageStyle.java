package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The page's style and script stand in the page; the policy names them by their hashes, so that nothing else that is written
 * there counts.
 */
@Component
class PageStyle {

    private final String style;
    private final String script;
    private final String policy;

    PageStyle() throws IOException, NoSuchAlgorithmException {
        style = read("pages/watch.css");
        script = read("pages/watch.js");
        policy =
                // The page's own script loads the player's, which puts streams together as blobs.
                "default-src 'none'; media-src 'self' blob:; connect-src 'self'; img-src 'self'; style-src '%s'; script-src '%s' 'strict-dynamic'; base-uri 'none';"
                                .formatted(hash(style), hash(script))
                        + " form-action 'self'; frame-ancestors 'none'";
    }

    String style() {
        return style;
    }

    String script() {
        return script;
    }

    String policy() {
        return policy;
    }

    private static String read(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(UTF_8);
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(hash);
    }
}
