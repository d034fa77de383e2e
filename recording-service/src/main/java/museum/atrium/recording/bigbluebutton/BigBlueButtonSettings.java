package museum.atrium.recording.bigbluebutton;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import museum.atrium.http.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Both empty: no BigBlueButton is connected.
 *
 * @param url of its API, such as https://meet.example.org/bigbluebutton
 * @param secret that it shares with those who call it
 * @param youngerThan of older recordings nothing is taken
 */
@ConfigurationProperties("atrium.bigbluebutton")
record BigBlueButtonSettings(
        String url, String secret, @DefaultValue("30d") Duration youngerThan) {

    /** What HMAC-SHA256 asks for (RFC 7518). */
    private static final int SHORTEST_SECRET = 32;

    BigBlueButtonSettings {
        url = url.replaceAll("/+$", "");
        if (url.isEmpty() != secret.isEmpty()) {
            throw new UnusableSetting(
                    "Of BIGBLUEBUTTON_URL and BIGBLUEBUTTON_SECRET only one is set.",
                    "Set both, as 'bbb-conf --secret' tells them, or neither.");
        }
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            throw new UnusableSetting(
                    "BIGBLUEBUTTON_SECRET is shorter than 32 characters.",
                    "Give the server a longer one by 'bbb-conf --setsecret', and set the same here.");
        }
    }

    boolean isConnected() {
        return !url.isEmpty();
    }
}
