package museum.atrium.registration.attendance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param opensBefore how long before a session's start its join page leads to the live room */
@ConfigurationProperties("atrium.attendance")
record AttendanceSettings(Duration opensBefore) {}
