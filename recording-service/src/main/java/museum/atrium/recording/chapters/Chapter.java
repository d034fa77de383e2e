package museum.atrium.recording.chapters;

import java.time.Duration;
import java.util.List;

/** @param start of the recording as it is shown; it ends where the next one begins */
public record Chapter(Duration start, String title, List<String> speakers) {

    public Chapter {
        speakers = List.copyOf(speakers);
    }
}
