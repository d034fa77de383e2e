package museum.atrium.registration.programme;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A series as an organiser wants it, checked and with its defaults. */
record SeriesPlan(
        String slug,
        LocalizedText title,
        LocalizedText summary,
        String language,
        @Nullable RunningNetwork network,
        @Nullable Duration digest) {}
