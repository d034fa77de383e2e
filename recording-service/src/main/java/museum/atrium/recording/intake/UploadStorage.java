package museum.atrium.recording.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.exception.UploadNotFoundException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadIdFactory;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UploadLockingService;
import me.desair.tus.server.upload.UploadStorageService;
import me.desair.tus.server.upload.concatenation.UploadConcatenationService;
import museum.atrium.http.Refusal;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.store.MediaFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where the tus library keeps uploads: rows in the database, bytes in the folder. The library's own storage notes the
 * offset beside the bytes when a request has ended, so that it is false after a crash; here the offset is the length of
 * the file.
 */
@Component
class UploadStorage implements UploadStorageService {

    /** Of a request: the length of the upload, where it is the first to tell it. */
    private static final String TOLD_NOW = UploadStorage.class.getName() + ".length";

    private final Uploads uploads;
    private final MediaFolder folder;
    private final UploadIdFactory ids;
    private final RecordingSettings settings;
    private final HttpServletRequest request;

    /** @param request whichever is answered */
    UploadStorage(
            Uploads uploads,
            MediaFolder folder,
            UploadIdFactory ids,
            RecordingSettings settings,
            HttpServletRequest request) {
        this.uploads = uploads;
        this.folder = folder;
        this.ids = ids;
        this.settings = settings;
        this.request = request;
    }

    /** @param recording the owner, in the library's words: an upload is found under its own recording only */
    @Override
    public @Nullable UploadInfo getUploadInfo(String uri, String recording) {
        UploadId id = ids.readUploadId(uri);
        UploadInfo info = id == null ? null : getUploadInfo(id);
        if (info == null || !info.getOwnerKey().equals(recording)) {
            return null;
        }
        if (info.hasLength() && announced(info) != info.getLength()) {
            throw Refusal.badRequest(
                    "The upload has %d bytes, as was announced: leave Upload-Length out, or repeat that."
                            .formatted(info.getLength()));
        }
        return info;
    }

    /** How long the upload is to the request that is answered: it may say so now only. */
    private long announced(UploadInfo info) {
        String announced = request.getHeader(HttpHeader.UPLOAD_LENGTH);
        if (announced != null) {
            return Long.parseLong(announced);
        }
        return info.hasLength() ? info.getLength() : getMaxUploadSize();
    }

    @Override
    public @Nullable UploadInfo getUploadInfo(UploadId id) {
        return upload(id)
                .filter(upload -> upload.finished() || Files.exists(folder.path(upload.file())))
                .map(upload -> info(id, upload))
                .orElse(null);
    }

    private UploadInfo info(UploadId id, Upload upload) {
        UploadInfo info = new UploadInfo();
        info.setId(id);
        info.setOwnerKey(upload.recording().toString());
        info.setLength(upload.length());
        info.setEncodedMetadata(upload.metadata());
        // What was uploaded may be kept for a while only, and has arrived nevertheless.
        info.setOffset(upload.finished() && upload.length() != null ? upload.length() : folder.size(upload.file()));
        return info;
    }

    private Optional<Upload> upload(UploadId id) {
        return uploads.find(UUID.fromString(id.toString()));
    }

    @Override
    public UploadInfo create(UploadInfo info, String recording) throws IOException {
        UUID id = UUID.fromString(ids.createId().toString());
        Upload upload = uploads.begin(
                id, new RecordingId(UUID.fromString(recording)), info.getLength(), info.getEncodedMetadata());
        Files.createFile(folder.path(upload.file()));
        Files.createFile(folder.path(upload.lock()));
        info.setId(new UploadId(id));
        info.setOwnerKey(recording);
        info.setOffset(0L);
        return info;
    }

    @Override
    public UploadInfo append(UploadInfo info, InputStream bytes) throws IOException {
        String file = info.getId().toString();
        try {
            ReceivedBytes.append(folder.path(file), bytes, announced(info) - info.getOffset());
        } finally {
            info.setOffset(folder.size(file));
        }
        return info;
    }

    @Override
    public void update(UploadInfo info) {
        if (info.hasLength() && info.getLength() < info.getOffset()) {
            throw Refusal.badRequest("More bytes have arrived than Upload-Length says.");
        }
        upload(info.getId()).ifPresent(upload -> {
            if (upload.length() == null) {
                request.setAttribute(TOLD_NOW, info.getLength());
            }
            uploads.touch(upload, info.getLength());
        });
    }

    /** What a refused request brought, and the length that it told. */
    @Override
    public void removeLastNumberOfBytes(UploadInfo info, long count) throws IOException {
        if (info != null && request.getAttribute(TOLD_NOW) != null) {
            upload(info.getId()).ifPresent(upload -> uploads.touch(upload, null));
        }
        if (info != null && count > 0) {
            try (FileChannel file = FileChannel.open(folder.path(info.getId().toString()), StandardOpenOption.WRITE)) {
                file.truncate(file.size() - count);
                file.force(true);
            }
        }
    }

    @Override
    public void terminateUpload(UploadInfo info) {
        upload(info.getId()).ifPresent(uploads::terminate);
    }

    @Override
    public String getUploadUri() {
        return ids.getUploadUri();
    }

    @Override
    public long getMaxUploadSize() {
        return settings.largestUpload().toBytes();
    }

    @Override
    public Long getUploadExpirationPeriod() {
        return settings.unfinishedUploadsExpireAfter().toMillis();
    }

    // What the library asks of a storage and this service does not offer, or has decided elsewhere.

    @Override
    public void setMaxUploadSize(Long size) {}

    @Override
    public void setUploadExpirationPeriod(Long period) {}

    @Override
    public void setIdFactory(UploadIdFactory other) {}

    @Override
    public void setUploadConcatenationService(UploadConcatenationService service) {}

    @Override
    public UploadConcatenationService getUploadConcatenationService() {
        throw new UnsupportedOperationException("Uploads are not concatenated");
    }

    @Override
    public void cleanupExpiredUploads(UploadLockingService locks) {
        uploads.terminateUntouchedFor(settings.unfinishedUploadsExpireAfter());
    }

    @Override
    public InputStream getUploadedBytes(String uri, String owner) throws IOException, UploadNotFoundException {
        return getUploadedBytes(ids.readUploadId(uri));
    }

    @Override
    public InputStream getUploadedBytes(UploadId id) throws IOException {
        return Files.newInputStream(folder.path(id.toString()));
    }

    @Override
    public void copyUploadTo(UploadInfo info, OutputStream target) throws IOException {
        Files.copy(folder.path(info.getId().toString()), target);
    }
}
