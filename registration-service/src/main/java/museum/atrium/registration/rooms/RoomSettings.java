package museum.atrium.registration.rooms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param opensBefore how long before a session's start its join page leads to the live room
 * @param opensForHostsBefore the same for who leads the session, and may have something to prepare there
 */
@ConfigurationProperties("atrium.rooms")
record RoomSettings(Duration opensBefore, Duration opensForHostsBefore) {}
