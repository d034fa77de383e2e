package museum.atrium.registration.programme;

import java.util.UUID;

/** The series that an activity belongs to; its id is that of the activity that one registers for to hear of it. */
public record Series(UUID id, String slug, LocalizedText title, LocalizedText summary) {

    static Series of(Activity series) {
        return new Series(series.id().value(), series.slug(), series.title(), series.summary());
    }
}
