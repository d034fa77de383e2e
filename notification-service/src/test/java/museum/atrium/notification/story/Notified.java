package museum.atrium.notification.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.notification.NotificationApplication;
import museum.atrium.testing.RealParts;
import org.springframework.boot.test.context.SpringBootTest;

/** The whole service with a real database and broker; the test says which mail server. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = {NotificationApplication.class, Announcer.class, Outbound.class, Crowd.class, Waits.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "atrium.organizer-password=organizer-of-tests",
            "atrium.links.session=c2Vzc2lvbnMgb2Ygb3JnYW5pc2VycyB0aGF0IGFyZSB0ZXN0ZWQ=",
            "atrium.public-url=https://atrium.example.org",
            "atrium.mail.from=Atrium <atrium@mail.example.org>",
            "LINK_KEYS_MANAGE=" + Notified.MANAGE_KEY,
            "LINK_KEYS_JOIN=am9pbi1qb2luLWpvaW4tam9pbi1qb2luLWpvaW4tam8=",
            "LINK_KEYS_WATCH=d2F0Y2gtd2F0Y2gtd2F0Y2gtd2F0Y2gtd2F0Y2gtd2E=",
            "spring.mail.host=localhost",
            "atrium.follow-ups.delay=3s",
            "atrium.recording-news.delay=1s",
            "atrium.delivery.lease=3s",
            "atrium.delivery.first-retry=200ms",
            "atrium.delivery.longest-back-off=500ms"
        })
@RealParts(
        topics = {
            "atrium.activities",
            "atrium.registrations",
            "atrium.contacts",
            "atrium.reminders",
            "atrium.messages",
            "atrium.recordings",
            "atrium.networks",
            "atrium.erasures",
            "atrium.exports"
        })
public @interface Notified {

    String MANAGE_KEY = "bWFuYWdlLW1hbmFnZS1tYW5hZ2UtbWFuYWdlLW1hbmE=";
}
