package museum.atrium.registration.showcase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SeriesList;
import museum.atrium.registration.programme.SeriesProgramme;
import org.springframework.stereotype.Component;

/** A series with what is in it now. */
@Component
public class ShownSeries {

    private final SeriesList list;
    private final SeriesProgramme programme;
    private final Clock clock;

    ShownSeries(SeriesList list, SeriesProgramme programme, Clock clock) {
        this.list = list;
        this.programme = programme;
        this.clock = clock;
    }

    /**
     * @param upcoming earliest first, then what has no date
     * @param past newest first
     */
    public record Whole(Activity series, List<Activity> upcoming, List<Activity> past) {}

    /** @throws Refusal 404 if there is none */
    public Whole existing(String slug) {
        Activity series = list.existing(slug);
        Instant now = clock.instant();
        return new Whole(series, programme.upcoming(series.id(), now), programme.past(series.id(), now));
    }
}
