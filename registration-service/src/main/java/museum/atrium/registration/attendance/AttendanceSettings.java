package museum.atrium.registration.attendance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param settlesAfter how long after a session's end who is not known to have come counts as absent */
@ConfigurationProperties("atrium.attendance")
record AttendanceSettings(Duration settlesAfter) {}
