package museum.atrium.recording.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The bucket in which finished files lie, if there is one. Whatever keeps it from answering is an {@link IOException}. */
@Component
class Bucket implements DisposableBean {

    /** As many as there may be viewers at once, each of whom holds one. */
    private static final int MOST_CONNECTIONS = 4_000;

    private static final int BUFFER = 1 << 16;
    /** So that with the time of one it takes less than others give a job that is not heard of. */
    private static final int ATTEMPTS = 2;

    private final BucketSettings settings;
    private final @Nullable S3Client client;

    Bucket(BucketSettings settings) {
        this.settings = settings;
        this.client = settings.isUsed() ? client(settings) : null;
    }

    /** The bucket's fault, which will pass. */
    static final class Away extends IOException {

        private static final long serialVersionUID = 1;

        Away(String message, Exception cause) {
            super(message, cause);
        }
    }

    private static S3Client client(BucketSettings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(MOST_CONNECTIONS)
                        .connectionTimeout(settings.silence())
                        .socketTimeout(settings.silence()))
                .overrideConfiguration(
                        configuration -> configuration.retryStrategy(retries -> retries.maxAttempts(ATTEMPTS)))
                // Others than Amazon's know nothing of the newer checksums; TLS guards what is on its way.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint())).forcePathStyle(true);
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(BucketSettings settings) {
        return settings.accessKeyId().isEmpty()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKeyId(), settings.secretAccessKey()));
    }

    boolean isUsed() {
        return client != null;
    }

    /**
     * Whole or not at all.
     *
     * @param afterEachPart called while it goes on
     */
    void put(Path file, String name, Runnable afterEachPart) throws IOException {
        long size = Files.size(file);
        if (size > settings.part().toBytes()) {
            putInParts(file, name, size, afterEachPart);
            return;
        }
        ask(s3 ->
                s3.putObject(request -> request.bucket(settings.bucket()).key(key(name)), RequestBody.fromFile(file)));
    }

    private void putInParts(Path file, String name, long size, Runnable afterEachPart) throws IOException {
        forgetBrokenOff(name);
        String upload = ask(s3 -> s3.createMultipartUpload(
                        request -> request.bucket(settings.bucket()).key(key(name))))
                .uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < size; from += settings.part().toBytes()) {
            int number = parts.size() + 1;
            RequestBody bytes =
                    part(file, from, Math.min(size - from, settings.part().toBytes()));
            String tag = ask(s3 -> s3.uploadPart(
                            request -> request.bucket(settings.bucket())
                                    .key(key(name))
                                    .uploadId(upload)
                                    .partNumber(number),
                            bytes))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            afterEachPart.run();
        }
        ask(s3 -> s3.completeMultipartUpload(request -> request.bucket(settings.bucket())
                .key(key(name))
                .uploadId(upload)
                .multipartUpload(all -> all.parts(parts))));
    }

    private static RequestBody part(Path file, long from, long length) {
        ContentStreamProvider opening = ContentStreamProvider.fromInputStreamSupplier(() -> {
            try {
                return BoundedInputStream.builder()
                        .setInputStream(Channels.newInputStream(
                                FileChannel.open(file, StandardOpenOption.READ).position(from)))
                        .setMaxCount(length)
                        .get();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        return RequestBody.fromContentProvider(opening, length, "application/octet-stream");
    }

    /**
     * @param to included
     * @throws NoSuchFileException if there is none
     */
    InputStream open(String name, long from, long to) throws IOException {
        ResponseInputStream<GetObjectResponse> object = ask(s3 -> s3.getObject(
                request -> request.bucket(settings.bucket()).key(key(name)).range("bytes=" + from + "-" + to),
                ResponseTransformer.toInputStream()));
        return new FilterInputStream(object) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return in.read(bytes, offset, length);
            }

            /** Closed without that, the rest would be read, which may be long. */
            @Override
            public void close() {
                object.abort();
            }
        };
    }

    /**
     * Whole or not at all.
     *
     * @param goOn asked again and again whether it is still wanted
     * @return false when it is not
     * @throws NoSuchFileException if there is none
     */
    boolean fetch(String name, Path part, Path target, BooleanSupplier goOn) throws IOException {
        ResponseInputStream<GetObjectResponse> object = ask(s3 -> s3.getObject(
                request -> request.bucket(settings.bucket()).key(key(name)), ResponseTransformer.toInputStream()));
        try (OutputStream written = Files.newOutputStream(part)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = read(object, buffer); count >= 0; count = read(object, buffer)) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                written.write(buffer, 0, count);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            object.abort();
            Files.deleteIfExists(part);
        }
    }

    private static int read(InputStream object, byte[] buffer) throws Away {
        try {
            return object.read(buffer);
        } catch (IOException | SdkException brokenOff) {
            throw new Away("The bucket broke off", brokenOff);
        }
    }

    boolean holds(String name) throws IOException {
        try {
            ask(s3 -> s3.headObject(request -> request.bucket(settings.bucket()).key(key(name))));
            return true;
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** With what came of it when somebody broke off. */
    void remove(String name) throws IOException {
        ask(s3 -> s3.deleteObject(request -> request.bucket(settings.bucket()).key(key(name))));
        forgetBrokenOff(name);
    }

    private void forgetBrokenOff(String name) throws IOException {
        List<MultipartUpload> brokenOff = ask(s3 -> s3.listMultipartUploads(
                        request -> request.bucket(settings.bucket()).prefix(key(name))))
                .uploads();
        for (MultipartUpload upload : brokenOff) {
            ask(s3 -> s3.abortMultipartUpload(request ->
                    request.bucket(settings.bucket()).key(upload.key()).uploadId(upload.uploadId())));
        }
    }

    private String key(String name) {
        return settings.prefix() + name;
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(S3Client client);
    }

    private <T> T ask(Question<T> question) throws IOException {
        if (client == null) {
            throw new NoSuchFileException("There is no bucket: RECORDINGS_S3_BUCKET is not set");
        }
        try {
            return question.to(client);
        } catch (NoSuchKeyException none) {
            NoSuchFileException missing = new NoSuchFileException("The bucket has no such object");
            missing.initCause(none);
            throw missing;
        } catch (SdkException away) {
            throw new Away("The bucket " + settings.bucket() + " does not answer as it should", away);
        }
    }

    @Override
    public void destroy() {
        if (client != null) {
            client.close();
        }
    }
}
