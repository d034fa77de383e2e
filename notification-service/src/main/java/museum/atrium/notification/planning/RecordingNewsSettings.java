package museum.atrium.notification.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param delay how long a mail waits for other recordings to tell of: those of a conference are published together, and told one by one
 */
@ConfigurationProperties("atrium.recording-news")
record RecordingNewsSettings(@DefaultValue("5s") Duration delay) {}
