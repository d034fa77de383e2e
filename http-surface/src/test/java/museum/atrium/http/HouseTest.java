package museum.atrium.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.http.house.HouseApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Starts the small application on a free port, as a service would start. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = HouseApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "atrium.organizer-password=" + HouseTest.PASSWORD,
            "atrium.links.session=c2Vzc2lvbnMgb2YgdGhlIGhvdXNlIHRoYXQgaXMgdGVzdGVk",
            "atrium.http.larger-bodies[0].path=/api/large-import",
            "atrium.http.larger-bodies[0].limit=1MB",
            "atrium.http.larger-bodies[1].path=/api/endless-import",
        })
@interface HouseTest {

    String PASSWORD = "open sésame";
}
