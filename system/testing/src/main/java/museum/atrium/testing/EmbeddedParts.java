package museum.atrium.testing;

import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Postgres and Kafka inside or beside the test's own process. */
final class EmbeddedParts {

    private EmbeddedParts() {}

    static void into(ConfigurableApplicationContext context, RealPartsContext asked) {
        EmbeddedDatabase database = EmbeddedDatabase.fresh();
        closeLast(context, "embeddedDatabase", database::drop);
        set(
                context,
                Map.of(
                        "spring.datasource.url", database.url(),
                        "spring.datasource.username", "postgres",
                        "spring.datasource.password", ""));
        if (asked.broker()) {
            EmbeddedBroker broker = EmbeddedBroker.start();
            closeLast(context, "embeddedBroker", broker::stop);
            Topics.create(broker.bootstrapServers(), asked.topics());
            set(context, Map.of("spring.kafka.bootstrap-servers", broker.bootstrapServers()));
        }
    }

    private static void set(ConfigurableApplicationContext context, Map<String, Object> properties) {
        String name = "real parts " + properties.keySet();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(name, properties));
    }

    // Registered before any bean of the context, so destroyed after all of them.
    private static void closeLast(ConfigurableApplicationContext context, String name, DisposableBean closing) {
        if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry registry) {
            registry.registerDisposableBean(name, closing);
        }
    }
}
