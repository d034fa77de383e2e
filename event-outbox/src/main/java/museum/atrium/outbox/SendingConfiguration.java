package museum.atrium.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    @Bean
    WakeUp outboxWakeUp() {
        return new WakeUp();
    }

    @Bean
    Outbox outbox(
            JdbcClient jdbc,
            Clock clock,
            ObjectProvider<EventTopic> topics,
            OutboxSettings settings,
            WakeUp outboxWakeUp) {
        return new TransactionalOutbox(
                jdbc,
                clock,
                topics.stream().map(EventTopic::name).collect(Collectors.toSet()),
                settings.maxPayload(),
                outboxWakeUp);
    }

    @Bean
    EventSender eventSender(ProducerFactory<?, ?> producers, ConsumerGroup service, OutboxSettings settings) {
        return new EventSender(
                new DiscardableProducer(producers, service.name() + "-outbox"),
                "/" + service.name(),
                settings.patience());
    }

    @Bean
    RelayPass relayPass(
            JdbcClient jdbc,
            EventSender sender,
            PlatformTransactionManager transactions,
            Clock clock,
            OutboxSettings settings) {
        return new RelayPass(new WaitingEvents(jdbc), sender, new HaltedKeys(clock), transactions, settings);
    }

    @Bean
    Backlog outboxBacklog(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
        return new Backlog(jdbc, clock, metrics);
    }

    @Bean
    Relay outboxRelay(
            RelayPass pass, WakeUp outboxWakeUp, OutboxSettings settings, DeclaringTopics topics, Backlog backlog) {
        return new Relay(pass, outboxWakeUp, settings.pollInterval(), topics, backlog);
    }
}
