package museum.atrium.registration.programme;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param retention of activities that do not say how long; null: their personal data is kept until somebody erases it */
@ConfigurationProperties("atrium.personal-data")
public record PersonalDataSettings(@Nullable Period retention) {

    public PersonalDataSettings {
        if (retention != null) {
            retention = new Retention(retention).period();
        }
    }

    /** When the period of an activity is over, by its dates as they are now; empty: it has none, or no end. */
    public Optional<Instant> endOf(Activity activity) {
        return valid(activity).flatMap(valid -> activity.endsAt().map(valid::after));
    }

    /** How long it is kept after the end of an activity, whenever that is; empty: there is no such period. */
    public Optional<Period> periodOf(Activity activity) {
        return valid(activity).map(Retention::period);
    }

    private Optional<Retention> valid(Activity activity) {
        return Optional.ofNullable(activity.retention())
                .or(() -> Optional.ofNullable(retention).map(Retention::new));
    }
}
