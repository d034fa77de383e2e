package museum.atrium.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this module needs to know of the Kafka cluster beyond {@code spring.kafka}.
 *
 * @param replicationFactor of the topics that it creates
 */
@ConfigurationProperties("atrium.kafka")
record KafkaSettings(@DefaultValue("1") short replicationFactor) {}
