package museum.atrium.registration.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series as organisers see it: every language. */
record OrganizerSeries(
        ActivityId id,
        String slug,
        String language,
        LocalizedText title,
        LocalizedText summary,
        @Nullable String network) {

    static OrganizerSeries of(Activity series) {
        RunningNetwork network = series.network();
        return new OrganizerSeries(
                series.id(),
                series.slug(),
                series.language(),
                series.title(),
                series.summary(),
                network == null ? null : network.slug());
    }

    record Answer(List<OrganizerSeries> items) {}
}
