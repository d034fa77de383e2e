package museum.atrium.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the outbox sends.
 *
 * @param maxPayload the largest payload that is accepted; topics refuse more than about 1 MB
 * @param pollInterval the longest that a committed event waits when its commit did not wake the relay
 * @param batch the most events in one pass of the relay
 * @param batchSize roughly the most payload in one pass of the relay
 * @param patience how long a pass waits for the broker's acknowledgements before it begins again with a new producer
 */
@ConfigurationProperties("atrium.outbox")
record OutboxSettings(
        @DefaultValue("512KB") DataSize maxPayload,
        @DefaultValue("200ms") Duration pollInterval,
        @DefaultValue("1000") int batch,
        @DefaultValue("8MB") DataSize batchSize,
        @DefaultValue("10s") Duration patience) {}
