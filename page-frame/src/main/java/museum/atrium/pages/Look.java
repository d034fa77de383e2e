package museum.atrium.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The style that all pages have, and their script. Both stand in the page: it needs no second request, whichever service wrote
 * it, and a policy names them by their hashes, so that nothing else that is written there counts.
 *
 * @param style CSS
 * @param script finds out where the reader is, once, and asks before what they wrote is lost
 */
public record Look(String style, String script) {

    /** @param more resources of the class path, of style that a service's pages need beside it */
    public static Look with(String... more) {
        return new Look(
                read("frame/atrium.css") + Arrays.stream(more).map(Look::read).collect(Collectors.joining()),
                read("frame/time-zone.js") + read("frame/unsent.js"));
    }

    /** As a policy names it, without quotes. */
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
