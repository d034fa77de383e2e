package museum.atrium.registration.signup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param committers threads that admit; an activity belongs to one of them
 * @param queueCapacity wishes that may wait for each committer; beyond that the answer is 503
 * @param batchSize wishes admitted together at most
 * @param answerTimeout how long a request waits for its answer
 * @param optInExpiry how long the owner of an address has to confirm it, where an activity asks for that, or to subscribe to a series
 */
@ConfigurationProperties("atrium.admission")
record AdmissionSettings(
        int committers, int queueCapacity, int batchSize, Duration answerTimeout, Duration optInExpiry) {}
