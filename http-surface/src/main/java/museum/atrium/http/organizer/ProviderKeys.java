package museum.atrium.http.organizer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's public keys: asked for when a token first needs them, so that a service starts without its provider, and kept for a
 * while. A token with a key that is not among them has them asked for again, but not more often than every few seconds:
 * anybody can make such tokens up.
 */
class ProviderKeys implements JWKSource<SecurityContext> {

    static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration STILL_NEW = Duration.ofSeconds(10);
    private static final Logger log = LoggerFactory.getLogger(ProviderKeys.class);

    private final Provider provider;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable JWKSet keys;
    private Instant fetchedAt = Instant.MIN;
    private Instant failedAt = Instant.MIN;

    ProviderKeys(Provider provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        List<JWK> found = wanted.select(notOlderThan(KEPT));
        return found.isEmpty() ? wanted.select(notOlderThan(STILL_NEW)) : found;
    }

    /** While one asks, the others wait for its answer. */
    private JWKSet notOlderThan(Duration age) throws KeySourceException {
        lock.lock();
        try {
            Instant now = clock.instant();
            JWKSet known = keys;
            if (known != null && fetchedAt.isAfter(now.minus(age))) {
                return known;
            }
            if (failedAt.isAfter(now.minus(TRY_AGAIN))) {
                throw new KeySourceException("The OpenID provider did not answer a moment ago");
            }
            return fetched();
        } finally {
            lock.unlock();
        }
    }

    private JWKSet fetched() throws KeySourceException {
        try {
            JWKSet fresh = JWKSet.parse(provider.keys());
            keys = fresh;
            fetchedAt = clock.instant();
            return fresh;
        } catch (IOException | ParseException e) {
            failedAt = clock.instant();
            log.warn(
                    "The OpenID provider did not give its keys, so its tokens are answered with 503 until it does: {}",
                    e.getMessage() == null ? e.getClass().getName() : e.getMessage());
            throw new KeySourceException("The OpenID provider did not give its keys", e);
        }
    }
}
