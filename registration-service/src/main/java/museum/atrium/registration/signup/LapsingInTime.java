package museum.atrium.registration.signup;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Several instances may look at once: the lock of the activity lets one of them act, and the others find nothing left. */
@Component
@EnableScheduling
class LapsingInTime {

    private static final Logger log = LoggerFactory.getLogger(LapsingInTime.class);

    private final Lapsing lapsing;
    private boolean away;

    LapsingInTime(Lapsing lapsing) {
        this.lapsing = lapsing;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        try {
            lapsing.overdue().forEach(lapsing::lapse);
            away = false;
        } catch (DataAccessException | CannotCreateTransactionException failure) {
            if (!away) {
                log.warn("offers and opt-ins that are overdue wait for the database: {}", failure.toString());
            }
            away = true;
        }
    }
}
