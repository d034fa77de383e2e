package museum.atrium.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ConsumingConfiguration {

    @Bean
    Intake intake(JdbcClient jdbc) {
        return new RevisionIntake(jdbc);
    }

    @Bean
    EventRecords eventRecords(ObjectProvider<EventHandler> handlers) {
        return new EventRecords(handlers.stream().toList());
    }

    @Bean
    DeclaringTopics declaringTopics(
            ObjectProvider<EventTopic> topics, EventRecords records, ConsumerGroup group, KafkaSettings settings) {
        return new DeclaringTopics(
                topics.stream().toList(),
                records.topics().stream()
                        .map(topic -> DeadLetters.topicOf(topic, group.name()))
                        .toList(),
                settings);
    }

    @Bean
    DeadLetters deadLetters(ProducerFactory<?, ?> producers, ConsumerGroup group, MeterRegistry metrics) {
        return new DeadLetters(new DiscardableProducer(producers, group.name() + "-dead"), group.name(), metrics);
    }

    @Bean
    HandlingEvents handlingEvents(
            EventRecords records,
            DeadLetters deadLetters,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        return new HandlingEvents(records, deadLetters, transactions, metrics);
    }

    @Bean
    CaughtUpGate caughtUp(EventRecords records, ConsumerGroup group) {
        return new CaughtUpGate(records.topics(), group.name(), System::nanoTime);
    }

    @Bean
    @ConditionalOnProperty(name = ReplayingDeadLetters.OPTION, matchIfMissing = true, havingValue = "false")
    EventListening eventListening(
            EventRecords records,
            ConsumerGroup group,
            ConsumerFactory<?, ?> consumers,
            HandlingEvents handling,
            CaughtUpGate caughtUp) {
        return new EventListening(records.topics(), group.name(), consumers, handling, caughtUp);
    }

    @Bean
    BrokerWatch brokerWatch(
            KafkaAdmin admin,
            DeclaringTopics topics,
            CaughtUpGate caughtUp,
            ObjectProvider<EventListening> listening,
            Clock clock) {
        return new BrokerWatch(admin.getConfigurationProperties(), topics, caughtUp, listening.getIfAvailable(), clock);
    }

    @Bean
    @ConditionalOnEnabledHealthIndicator("kafka")
    BrokerHealth kafkaHealthIndicator(BrokerWatch broker, CaughtUpGate caughtUp) {
        return new BrokerHealth(broker, caughtUp);
    }

    @Bean
    @ConditionalOnProperty(ReplayingDeadLetters.OPTION)
    ReplayingDeadLetters replayingDeadLetters(
            @Value("${" + ReplayingDeadLetters.OPTION + "}") String topic,
            EventRecords records,
            ConsumerFactory<?, ?> consumers,
            ConsumerGroup group,
            HandlingEvents handling,
            ApplicationContext context) {
        DeadLetterTopic deadLetters =
                new DeadLetterTopic(EventListening.settings(consumers), group.name(), topic, records.topics());
        return new ReplayingDeadLetters(deadLetters, handling, () -> System.exit(SpringApplication.exit(context)));
    }
}
