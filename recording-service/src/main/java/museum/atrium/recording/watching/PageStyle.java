package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The page's style stands in the page; the policy names it by its hash, so that nothing else that is written there counts. */
@Component
class PageStyle {

    private final String text;
    private final String policy;

    PageStyle() throws IOException, NoSuchAlgorithmException {
        text = new ClassPathResource("pages/watch.css").getContentAsString(UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        policy =
                "default-src 'none'; media-src 'self'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                        .formatted(Base64.getEncoder().encodeToString(hash));
    }

    String text() {
        return text;
    }

    String policy() {
        return policy;
    }
}
