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
        @Nullable String network,
        @Nullable String digest) {

    static OrganizerSeries of(Activity series) {
        RunningNetwork network = series.network();
        var digest = series.digest();
        return new OrganizerSeries(
                series.id(),
                series.slug(),
                series.language(),
                series.title(),
                series.summary(),
                network == null ? null : network.slug(),
                digest == null ? null : digest.toString());
    }

    record Answer(List<OrganizerSeries> items) {}
}
