package museum.atrium.registration.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import museum.atrium.http.destination.CarefulClient;
import museum.atrium.http.destination.Destinations;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Gets a picture from another site: bounded in size and in time, and not from where others must not lead us. */
@Component
class PictureFetch implements DisposableBean {

    /** In bytes; a cover of two megapixels has a tenth of it. */
    static final int LARGEST = 4 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 3;

    private final Destinations destinations;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService ending = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pictures-ending").daemon().factory());

    PictureFetch(Destinations destinations) {
        this.destinations = destinations;
        this.client = CarefulClient.of(destinations, 1, PATIENCE);
    }

    sealed interface Result {}

    record Fetched(String hash, PictureType type, byte[] content) implements Result {}

    record Failed(String reason) implements Result {}

    Result fetch(URI url) {
        URI next = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<String> complaint = destinations.complaint(next);
            if (complaint.isPresent()) {
                return new Failed("its address " + complaint.get());
            }
            HttpGet request = new HttpGet(next);
            ScheduledFuture<?> end = ending.schedule(request::cancel, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                ClassicHttpResponse response = client.executeOpen(null, request, null);
                Header elsewhere = response.getFirstHeader(HttpHeaders.LOCATION);
                if (response.getCode() / 100 == 3 && elsewhere != null) {
                    next = next.resolve(elsewhere.getValue());
                    request.cancel();
                    Closer.closeQuietly(response);
                    continue;
                }
                Result result = read(response);
                request.cancel();
                Closer.closeQuietly(response);
                return result;
            } catch (IOException | IllegalArgumentException failure) {
                return new Failed(request.isCancelled() ? "no answer in time" : "no answer that could be read");
            } finally {
                end.cancel(false);
            }
        }
        return new Failed("it leads from one address to the next");
    }

    private static Result read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200 || response.getEntity() == null) {
            return new Failed("its server answers " + response.getCode());
        }
        try (InputStream body = response.getEntity().getContent()) {
            byte[] content = body.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                return new Failed("it has more than " + LARGEST / 1024 / 1024 + " MB");
            }
            return PictureType.of(content)
                    .<Result>map(type -> new Fetched(hash(content), type, content))
                    .orElseGet(() -> new Failed("it is no PNG, JPEG, GIF, WebP, AVIF or SVG"));
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        ending.shutdownNow();
        client.close();
    }
}
