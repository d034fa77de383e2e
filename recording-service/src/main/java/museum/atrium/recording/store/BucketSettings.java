package museum.atrium.recording.store;

import java.time.Duration;
import museum.atrium.http.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where finished files lie: in the folder, or in a bucket of S3 or of what speaks as it does.
 *
 * @param bucket empty: in the folder
 * @param endpoint empty: Amazon's, of that region
 * @param prefix of each object's name, such as {@code recordings/}
 * @param accessKeyId as secretAccessKey: empty, if the AWS SDK is to look for them where it always does
 * @param part how much of a large file goes in one request
 * @param silence after which an answer is waited for no longer
 * @param fetchedStays for how long what was fetched back stays in the folder at least, once nothing is processed any more
 */
@ConfigurationProperties("atrium.s3")
record BucketSettings(
        String bucket,
        String endpoint,
        String region,
        String prefix,
        String accessKeyId,
        String secretAccessKey,
        @DefaultValue("64MB") DataSize part,
        @DefaultValue("8s") Duration silence,
        @DefaultValue("10m") Duration fetchedStays) {

    BucketSettings {
        if (accessKeyId.isEmpty() != secretAccessKey.isEmpty()) {
            throw new UnusableSetting(
                    "Of RECORDINGS_S3_ACCESS_KEY_ID and RECORDINGS_S3_SECRET_ACCESS_KEY only one is set.",
                    "Set both, or neither: then the AWS SDK looks for credentials where it always does.");
        }
        if (bucket.isEmpty() && !endpoint.isEmpty()) {
            throw new UnusableSetting(
                    "RECORDINGS_S3_ENDPOINT is set, RECORDINGS_S3_BUCKET is not.", "Name the bucket.");
        }
    }

    boolean isUsed() {
        return !bucket.isEmpty();
    }
}
