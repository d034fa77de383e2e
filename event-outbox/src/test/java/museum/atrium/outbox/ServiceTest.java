package museum.atrium.outbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.testing.RealParts;
import org.springframework.boot.test.context.SpringBootTest;

/** A test of the whole way through a real database and a real broker; these tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RealParts
@SpringBootTest(classes = TestService.class, properties = TestService.NAMED)
@interface ServiceTest {}
