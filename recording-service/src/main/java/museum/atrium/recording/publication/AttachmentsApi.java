package museum.atrium.recording.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import museum.atrium.recording.attachments.Attaching;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recordings/{id}/attachments/{name}")
class AttachmentsApi {

    private final Attaching attaching;
    private final Answers answers;

    AttachmentsApi(Attaching attaching, Answers answers) {
        this.attaching = attaching;
        this.answers = answers;
    }

    @PutMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    RecordingAnswer attach(@PathVariable UUID id, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        attaching.attach(new RecordingId(id), name, request.getInputStream());
        return answers.of(new RecordingId(id));
    }

    @DeleteMapping
    RecordingAnswer remove(@PathVariable UUID id, @PathVariable String name) {
        attaching.remove(new RecordingId(id), name);
        return answers.of(new RecordingId(id));
    }
}
