package museum.atrium.http.organizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nobody makes a service ask its provider over and over. */
class ProviderKeysTest {

    private static final String KEYS = """
            {"keys": [{"kty": "oct", "kid": "1", "k": "AQ"}]}
            """;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-04T10:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;

    private final ProviderKeys keys = new ProviderKeys(
            new Provider("https://id.example.org") {
                @Override
                String keys() throws IOException {
                    asked.incrementAndGet();
                    if (away) {
                        throw new IOException("away");
                    }
                    return KEYS;
                }
            },
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now.get();
                }
            });

    @Test
    void keysAreKeptForAWhileAlsoWhileTheProviderIsAway() throws Exception {
        assertThat(keys.get(key("1"), null)).hasSize(1);
        away = true;
        pass(Duration.ofMinutes(14));
        assertThat(keys.get(key("1"), null)).hasSize(1);
        assertThat(asked).hasValue(1);

        pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> keys.get(key("1"), null)).isInstanceOf(KeySourceException.class);
    }

    @Test
    void madeUpKeysHaveThemAskedForOnceInTenSeconds() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.get(key("made-up-" + i), null)).isEmpty();
        }
        assertThat(asked).hasValue(1);

        pass(Duration.ofSeconds(11));
        assertThat(keys.get(key("made-up"), null)).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aProviderThatIsAwayIsNotAskedByEveryoneAtOnce() throws Exception {
        away = true;
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> keys.get(key("1"), null)).isInstanceOf(KeySourceException.class);
        }
        assertThat(asked).hasValue(1);

        away = false;
        pass(Duration.ofSeconds(6));
        assertThat(keys.get(key("1"), null)).hasSize(1);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private static JWKSelector key(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }
}
