package museum.atrium.notification.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param delay how long after it is said that it is known who came: who came is told in events of their own, which may come later
 */
@ConfigurationProperties("atrium.follow-ups")
record FollowUpSettings(@DefaultValue("5m") Duration delay) {}
