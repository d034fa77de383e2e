package museum.atrium.inbox.receiving;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import museum.atrium.inbox.mails.Mails;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server: takes every mail for everyone, on virtual threads, one message in memory per connection. */
public final class Receiving implements AutoCloseable {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final UnderWay underWay = new UnderWay();
    private final SMTPServer server;

    private Receiving(InetSocketAddress address, Limits limits, Mails mails, InstantSource clock) {
        this.server = SMTPServer.port(address.getPort())
                .bindAddress(address.getAddress())
                .hostName("inbox")
                .softwareName("Atrium inbox")
                .serverSocketFactory(PromptServerSocket::new)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .maxConnections(limits.connections())
                .connectionTimeoutMs((int) limits.idle().toMillis())
                .maxRecipients(limits.recipients())
                .maxMessageSize(limits.messageBytes())
                .insertReceivedHeaders(false)
                .fromAddressValidator(sender -> true)
                .messageHandlerFactory(context -> new Transaction(mails, clock, limits.messageBytes(), underWay))
                .serverThreadName("smtp-accept")
                .build();
        server.getCommandHandler().addCommand(new Ehlo());
        server.getCommandHandler().addCommand(new Data());
    }

    /** @param address a port of 0 takes any that is free */
    public static Receiving start(InetSocketAddress address, Limits limits, Mails mails, InstantSource clock) {
        Receiving receiving = new Receiving(address, limits, mails, clock);
        receiving.server.start();
        return receiving;
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Answers what has begun, then hangs up. */
    @Override
    public void close() {
        underWay.awaitEnd(LONGEST_GOODBYE);
        server.stop();
    }

    /**
     * @param idle after this long without a byte from the client its connection is closed
     */
    public record Limits(int connections, int recipients, int messageBytes, Duration idle) {}
}
