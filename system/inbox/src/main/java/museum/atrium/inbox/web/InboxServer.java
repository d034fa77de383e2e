package museum.atrium.inbox.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import museum.atrium.inbox.mails.Mails;
import museum.atrium.inbox.reading.Reading;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server, on virtual threads. */
public final class InboxServer implements AutoCloseable {

    private static final int MOST_TASKS = 256;
    private static final long IDLE_MILLIS = 30_000;
    private static final long LONGEST_GOODBYE_MILLIS = 5_000;

    private final Server server;
    private final ServerConnector connector;

    private InboxServer(InetSocketAddress address, Routes routes, JsonMapper json) {
        server = new Server(new VirtualThreadPool(MOST_TASKS));
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new GracefulHandler(new InboxHandler(routes, json)));
        server.setStopTimeout(LONGEST_GOODBYE_MILLIS);
    }

    /** @param address a port of 0 takes any that is free */
    public static InboxServer start(InetSocketAddress address, Reading reading, Mails mails) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        var routes = new Routes(new MessagesApi(reading, mails, json), new Pages(reading));
        InboxServer inbox = new InboxServer(address, routes, json);
        try {
            inbox.server.start();
            return inbox;
        } catch (Exception failure) {
            inbox.close();
            throw new IOException("The inbox's pages cannot be served at " + address, failure);
        }
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The inbox's HTTP server did not stop", failure);
        }
    }
}
