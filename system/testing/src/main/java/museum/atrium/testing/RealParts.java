package museum.atrium.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code @SpringBootTest} a real Postgres 18 and, unless it says otherwise, a real Kafka broker.
 *
 * <p>Every Spring context gets an empty database and a broker without topics of its own, so that nothing of one
 * context shows in another; contexts with the same configuration are shared between test classes as usual.
 *
 * <p>By default both are embedded. With {@code -Dparts=containers} the same tests run on Testcontainers.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RealParts {

    /** Whether the context needs a broker. */
    boolean broker() default true;

    /** Topics that exist before the context starts: those that in production another service declares. */
    String[] topics() default {};
}
