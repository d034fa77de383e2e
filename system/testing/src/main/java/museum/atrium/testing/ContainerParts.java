package museum.atrium.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same parts as containers, from the images that run in production. */
final class ContainerParts {

    private static final String TOPICS = "atrium.testing.topics";

    private ContainerParts() {}

    static void into(ConfigurableApplicationContext context, RealPartsContext asked) {
        requireDocker(DockerClientFactory.instance().isDockerAvailable());
        AnnotatedBeanDefinitionReader beans =
                new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context.getBeanFactory());
        beans.register(Postgres.class);
        if (asked.broker()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("real parts", Map.of(TOPICS, asked.topics())));
            beans.register(Kafka.class);
        }
    }

    static void requireDocker(boolean available) {
        if (!available) {
            throw new IllegalStateException("""
                    -Dparts=containers needs Docker, and no Docker answers here. Start it, or leave out \
                    -Dparts=containers: the tests then use an embedded Postgres and Kafka.""");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Postgres {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgresContainer() {
            return new PostgreSQLContainer("postgres:18");
        }

        /** For tests that start a second instance on the same database. */
        @Bean
        DynamicPropertyRegistrar postgresProperties(PostgreSQLContainer postgres) {
            return properties -> {
                properties.add("spring.datasource.url", postgres::getJdbcUrl);
                properties.add("spring.datasource.username", postgres::getUsername);
                properties.add("spring.datasource.password", postgres::getPassword);
            };
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Kafka {

        @Bean
        @ServiceConnection
        KafkaContainer kafkaContainer(Environment environment) {
            KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1")
                    .withEnv("KAFKA_NUM_PARTITIONS", Integer.toString(Topics.PARTITIONS))
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            kafka.start();
            @SuppressWarnings("unchecked")
            List<String> topics = Objects.requireNonNull(environment.getProperty(TOPICS, List.class));
            Topics.create(kafka.getBootstrapServers(), topics);
            return kafka;
        }

        /** For tests that speak with the broker as another service would. */
        @Bean
        DynamicPropertyRegistrar kafkaProperties(KafkaContainer kafka) {
            return properties -> properties.add("spring.kafka.bootstrap-servers", kafka::getBootstrapServers);
        }
    }
}
