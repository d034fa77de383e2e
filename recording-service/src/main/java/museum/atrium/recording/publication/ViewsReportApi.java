package museum.atrium.recording.publication;

import java.util.List;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.views.Views;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ViewsReportApi {

    private final Recordings recordings;
    private final Views views;

    ViewsReportApi(Recordings recordings, Views views) {
        this.recordings = recordings;
        this.views = views;
    }

    record Report(long total, List<Views.Day> days) {}

    @GetMapping("/api/recordings/{id}/views")
    Report report(@PathVariable UUID id) {
        RecordingId recording = recordings.existing(new RecordingId(id)).id();
        List<Views.Day> days = views.days(recording);
        return new Report(days.stream().mapToLong(Views.Day::views).sum(), days);
    }
}
