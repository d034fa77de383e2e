package museum.atrium.recording.intake;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import me.desair.tus.server.TusFileUploadService;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.intake.ReceivedBytes.BrokenOff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tus 1.0 endpoint of each recording. */
@RestController
class UploadApi {

    private static final Logger log = LoggerFactory.getLogger(UploadApi.class);

    private final TusFileUploadService tus;
    private final Recordings recordings;
    private final Finishing finishing;
    private final PublicUrl publicUrl;
    private final RecordingSettings settings;

    UploadApi(
            TusFileUploadService tus,
            Recordings recordings,
            Finishing finishing,
            PublicUrl publicUrl,
            RecordingSettings settings) {
        this.tus = tus;
        this.recordings = recordings;
        this.finishing = finishing;
        this.publicUrl = publicUrl;
        this.settings = settings;
    }

    @RequestMapping(
            path = "/api/recordings/{id}/upload",
            method = {POST, OPTIONS})
    void create(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean created = process(id, request, response);
        String location = response.getHeader(HttpHeaders.LOCATION);
        if (created && location != null) {
            response.setHeader(HttpHeaders.LOCATION, publicUrl.of(location).toString());
            if (isZero(request.getHeader("Upload-Length"))) {
                finishing.finishEmpty(upload(location));
            }
        }
    }

    @RequestMapping(
            path = "/api/recordings/{id}/upload/{upload}",
            method = {HEAD, PATCH, DELETE, OPTIONS, POST})
    void proceed(
            @PathVariable UUID id, @PathVariable UUID upload, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (process(id, request, response)) {
            finishing.finishIfComplete(upload);
        }
    }

    private boolean process(UUID id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        recordings.existing(new RecordingId(id));
        UploadHeaders.check(request);
        String length = request.getHeader("Upload-Length");
        if (length != null && Long.parseLong(length) > settings.largestUpload().toBytes()) {
            throw TusAnswer.refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "An upload may have %d bytes at most."
                            .formatted(settings.largestUpload().toBytes()));
        }
        TusAnswer answer = new TusAnswer(response);
        try {
            tus.process(request, answer, id.toString());
        } catch (BrokenOff broken) {
            log.info("An upload broke off; what has arrived is kept until it is resumed: recording {}", id);
            response.setStatus(HttpStatus.REQUEST_TIMEOUT.value());
            response.setHeader(HttpHeaders.CONNECTION, "close");
            return false;
        }
        answer.complete();
        return !HEAD.name().equals(request.getMethod());
    }

    private static boolean isZero(@Nullable String length) {
        return length != null && length.matches("0+");
    }

    private static UUID upload(String location) {
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }
}
