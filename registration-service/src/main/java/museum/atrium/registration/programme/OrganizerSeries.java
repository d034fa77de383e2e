package museum.atrium.registration.programme;

import java.util.List;

/** A series as organisers see it: every language. */
record OrganizerSeries(ActivityId id, String slug, String language, LocalizedText title, LocalizedText summary) {

    static OrganizerSeries of(Activity series) {
        return new OrganizerSeries(series.id(), series.slug(), series.language(), series.title(), series.summary());
    }

    record Answer(List<OrganizerSeries> items) {}
}
