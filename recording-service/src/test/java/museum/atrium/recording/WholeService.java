package museum.atrium.recording;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.testing.RealParts;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The service as it runs, with a clock that can be moved and neighbours that speak by contract. */
@RealParts(topics = {"atrium.activities", "atrium.registrations", "atrium.erasures", "atrium.exports"})
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "atrium.public-url=" + WholeService.PUBLIC_URL,
            "atrium.organizer-password=" + WholeService.PASSWORD,
            "atrium.links.session=c2Vzc2lvbnMgb2Ygb3JnYW5pc2VycyB0aGF0IGFyZSB0ZXN0ZWQ=",
            "atrium.links.watch=" + WholeService.WATCH_KEY,
            "atrium.links.media=" + WholeService.MEDIA_KEY,
            "atrium.recordings.folder=target/recordings-${random.uuid}",
            "atrium.recordings.largest-upload=3MB",
            "atrium.recordings.publish-every=200ms",
            "atrium.recordings.sweep-every=200ms",
            "atrium.recordings.expire-every=200ms",
            "atrium.processing.enabled=false",
            "atrium.imports.allow-private-networks=true",
            "atrium.imports.look-every=100ms",
            "atrium.arrivals.match-every=200ms",
            "atrium.zoom.webhook-secret=" + WholeService.ZOOM_SECRET,
            // Nobody is there.
            "atrium.bigbluebutton.url=http://localhost:9/bigbluebutton",
            "atrium.bigbluebutton.secret=" + WholeService.BIGBLUEBUTTON_SECRET,
            "atrium.bigbluebutton.sweep-every=1d",
            "atrium.imports.silence=2s",
            "server.tomcat.connection-timeout=3s"
        })
@Import(TestParts.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WholeService {

    /** Not where the service runs: what it hands out must be made from this, as behind a front door. */
    String PUBLIC_URL = "https://programme.example.org";

    String ZOOM_SECRET = "a-secret-of-an-app-of-zoom";
    String BIGBLUEBUTTON_SECRET = "a-secret-that-bigbluebutton-shares";
    String PASSWORD = "a-password-for-tests";
    String WATCH_KEY = "d2F0Y2gtd2F0Y2gtd2F0Y2gtd2F0Y2gtd2F0Y2gtMTI=";
    String MEDIA_KEY = "bWVkaWEtbWVkaWEtbWVkaWEtbWVkaWEtbWVkaWEtMTI=";
}
