package museum.atrium.recording.intake;

import java.io.IOException;
import me.desair.tus.server.TusFileUploadService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class ExpiringUploads {

    private final TusFileUploadService tus;

    ExpiringUploads(TusFileUploadService tus) {
        this.tus = tus;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.expire-every}")
    void expire() throws IOException {
        tus.cleanup();
    }
}
