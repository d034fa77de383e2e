package museum.atrium.registration.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import museum.atrium.http.destination.CarefulClient;
import museum.atrium.http.destination.Destinations;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * One request, within a time that includes everything. Redirects are not followed, nothing of an answer's body is read, and no
 * connection is kept, so that each is made to an address that was looked at just before.
 */
@Component
class Posting implements DisposableBean {

    private static final int CONNECTIONS = WritingWebhooks.MOST * DeliveryQueue.MOST_AT_ONCE;

    private final Signing signing;
    private final Clock clock;
    private final Duration timeout;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService ending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhooks-ending").daemon().factory());

    Posting(Signing signing, Destinations destinations, WebhookSettings settings, Clock clock) {
        this.signing = signing;
        this.clock = clock;
        this.timeout = settings.timeout();
        this.client = CarefulClient.of(destinations, CONNECTIONS, timeout);
    }

    Outcome post(Claimed claimed) {
        try {
            return answer(request(claimed));
        } catch (Sealing.Unreadable unreadable) {
            return new Outcome.Unanswered("the secret cannot be read any more; make a new one");
        }
    }

    private HttpPost request(Claimed claimed) throws Sealing.Unreadable {
        long now = clock.instant().getEpochSecond();
        HttpPost request = new HttpPost(claimed.url());
        request.setHeader("webhook-id", claimed.message().toString());
        request.setHeader("webhook-timestamp", Long.toString(now));
        request.setHeader("webhook-signature", signing.signature(claimed, now));
        request.setEntity(new ByteArrayEntity(claimed.payload().getBytes(UTF_8), ContentType.APPLICATION_JSON));
        return request;
    }

    private Outcome answer(HttpPost request) {
        ScheduledFuture<?> end = ending.schedule(request::cancel, timeout.toNanos(), TimeUnit.NANOSECONDS);
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            Outcome answered = new Outcome.Answered(response.getCode(), RetryAfter.of(response, clock.instant()));
            // Closed without that, it would be read to its end, which may never come.
            request.cancel();
            Closer.closeQuietly(response);
            return answered;
        } catch (IOException failure) {
            return new Outcome.Unanswered(request.isCancelled() ? "no answer in time" : reason(failure));
        } finally {
            end.cancel(false);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case Destinations.Refused refused -> "the host has no public address";
            case UnknownHostException unknown -> "the host is not known";
            case InterruptedIOException late -> "no answer in time";
            case SSLException untrusted -> "no trusted TLS connection";
            default -> "no connection, or none that held";
        };
    }

    @Override
    public void destroy() throws IOException {
        ending.shutdownNow();
        client.close();
    }
}
