package museum.atrium.recording.store;

import java.io.IOException;
import museum.atrium.http.UnusableSetting;
import museum.atrium.recording.Errand;
import museum.atrium.recording.store.StoredObjects.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has moved what is finished, and removed what nobody wants. */
@Component
class KeepingInBucket implements InitializingBean, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeepingInBucket.class);

    private final Bucket bucket;
    private final StoredObjects objects;
    private final Moving moving;
    private final MediaFolder folder;
    private final Errand errand = new Errand("bucket", this::keep);
    private volatile boolean failing;

    KeepingInBucket(Bucket bucket, StoredObjects objects, Moving moving, MediaFolder folder) {
        this.bucket = bucket;
        this.objects = objects;
        this.moving = moving;
        this.folder = folder;
    }

    @Override
    public void afterPropertiesSet() {
        if (!bucket.isUsed() && objects.isAny()) {
            throw new UnusableSetting(
                    "There are recordings in a bucket, and RECORDINGS_S3_BUCKET is not set.",
                    "Set it again, with RECORDINGS_S3_ENDPOINT and the credentials: nothing could be played without them.");
        }
    }

    @Scheduled(fixedDelayString = "${atrium.s3.move-every}")
    void nowAndThen() {
        if (bucket.isUsed()) {
            errand.begin();
        }
    }

    private void keep() {
        try {
            folder.removeForgottenParts();
            removeUnwanted();
            for (Due due : objects.toMove()) {
                moving.move(due);
                removeUnwanted();
            }
            failing = false;
        } catch (IOException away) {
            if (!failing) {
                log.warn("What is finished stays in the folder until the bucket answers again", away);
            }
            failing = true;
        }
    }

    /** Before anything else and between the rest: what was taken back does not wait for what is large. */
    private void removeUnwanted() throws IOException {
        for (String file : objects.unwanted()) {
            moving.remove(file);
        }
    }

    @Override
    public void destroy() {
        errand.close();
    }
}
