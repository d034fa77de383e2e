package museum.atrium.localstack.frontdoor;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import museum.atrium.localstack.StackFailure;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The origin that people open: the start page, and everything else from the services. */
public final class FrontDoor implements AutoCloseable {

    /** A little longer than an answer may take, so that the services' silence is told before a client is cut off. */
    private static final long SILENCE_MILLIS = 330_000;

    private static final long STOP_MILLIS = 2_000;

    /** Connections that may knock in the same moment; the usual 50 turn a rush away by resetting the rest. */
    private static final int KNOCKING = 4_096;

    private final Server server;

    private FrontDoor(Server server) {
        this.server = server;
    }

    public static FrontDoor open(int port, URI publicUrl, List<Shown> parts, List<Upstream> upstreams) {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        var server = new Server(new VirtualThreadPool());
        var connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
        connector.setPort(port);
        connector.setAcceptQueueSize(KNOCKING);
        connector.setIdleTimeout(SILENCE_MILLIS);
        server.addConnector(connector);
        server.setErrorHandler(new Problems());
        server.setStopTimeout(STOP_MILLIS);
        server.setHandler(new Handler.Sequence(
                new StartPage(parts, publicUrl),
                new Proxying(new Upstreams(upstreams), Objects.requireNonNull(publicUrl.getScheme()))));
        try {
            server.start();
        } catch (Exception failure) {
            throw new StackFailure(
                    "The front door cannot be opened at port %d: %s".formatted(port, failure.getMessage()), failure);
        }
        return new FrontDoor(server);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new StackFailure("The front door did not close.", failure);
        }
    }
}
