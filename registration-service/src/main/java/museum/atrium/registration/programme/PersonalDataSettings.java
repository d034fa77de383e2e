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
        Retention own = activity.retention();
        Retention valid = own != null || retention == null ? own : new Retention(retention);
        return valid == null ? Optional.empty() : activity.endsAt().map(valid::after);
    }
}
