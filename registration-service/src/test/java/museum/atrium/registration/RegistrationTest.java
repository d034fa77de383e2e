package museum.atrium.registration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.testing.RealParts;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole service on a free port, with a clock that tests set and an organiser's password that they know. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "atrium.organizer-password=" + Api.PASSWORD,
            "atrium.links.manage=" + Api.MANAGE_KEY,
            "atrium.links.join=" + Api.JOIN_KEY,
            "atrium.links.session=c2Vzc2lvbnMgb2Ygb3JnYW5pc2VycyB0aGF0IGFyZSB0ZXN0ZWQ=",
            // The limits hold for who comes by a proxy from elsewhere.
            "atrium.public-url=https://programme.example.org",
            // Those who receive webhooks are on this machine.
            "atrium.webhooks.allow-private-networks=true",
            "db-scheduler.polling-interval=100ms"
        })
@RealParts(
        topics = {
            "atrium.recordings",
            "atrium.deliveries",
            "atrium.erasures.notification",
            "atrium.erasures.recording",
            "atrium.exports.notification",
            "atrium.exports.recording"
        })
@Import({Api.class, TestClock.class, Accounts.class})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RegistrationTest {}
