package museum.atrium.registration.pictures;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Asks for pictures on a thread of its own: what is scheduled shares one, and other sites' servers may be slow. */
@Component
class FetchingPictures implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(FetchingPictures.class);
    private static final int MOST_AT_ONCE = 8;

    private final Pictures pictures;
    private final PictureFetch fetch;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("pictures").daemon().factory());

    FetchingPictures(Pictures pictures, PictureFetch fetch) {
        this.pictures = pictures;
        this.fetch = fetch;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (underWay.compareAndSet(false, true)) {
            thread.execute(this::fetchWhatIsDue);
        }
    }

    private void fetchWhatIsDue() {
        try {
            pictures.note();
            pictures.claim(MOST_AT_ONCE).forEach(this::fetch);
        } catch (DataAccessException | CannotCreateTransactionException failure) {
            log.warn("Pictures wait for the database: {}", failure.toString());
        } finally {
            underWay.set(false);
        }
    }

    private void fetch(URI url) {
        switch (fetch.fetch(url)) {
            case PictureFetch.Fetched fetched -> pictures.keep(url, fetched.hash(), fetched.type(), fetched.content());
            case PictureFetch.Failed failed -> {
                log.warn("The picture {} is not shown, and is asked for again later: {}", url, failed.reason());
                pictures.tryLater(url);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
