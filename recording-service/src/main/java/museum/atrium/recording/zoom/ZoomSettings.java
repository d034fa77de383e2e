package museum.atrium.recording.zoom;

import java.time.Duration;
import java.util.List;
import museum.atrium.http.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of a Server-to-Server OAuth app (https://developers.zoom.us/docs/internal-apps/s2s-oauth/), and of its webhooks.
 *
 * @param webhookSecret the app's secret token; empty: Zoom tells nothing here
 * @param accountId as clientId and clientSecret: empty, if Zoom is not to be asked
 * @param url where tokens are given
 * @param apiUrl where recordings are listed
 * @param youngerThan of older recordings nothing is taken; a list may go back a month at most
 */
@ConfigurationProperties("atrium.zoom")
record ZoomSettings(
        String webhookSecret,
        String accountId,
        String clientId,
        String clientSecret,
        String url,
        String apiUrl,
        @DefaultValue("30d") Duration youngerThan) {

    ZoomSettings {
        List<String> app = List.of(accountId, clientId, clientSecret);
        if (app.stream().anyMatch(String::isEmpty) && !app.stream().allMatch(String::isEmpty)) {
            throw new UnusableSetting(
                    "Of ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET some are set and some are not.",
                    "Set all three, as the app's credentials are shown by Zoom, or none.");
        }
    }

    boolean isListed() {
        return !accountId.isEmpty();
    }
}
