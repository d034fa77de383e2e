package museum.atrium.localstack.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether a part that runs can do its work; a failure to ask counts as 'not yet'. */
@FunctionalInterface
public interface Readiness {

    int PATIENCE_MILLIS = 2_000;

    boolean isReached() throws IOException;

    /** Ready as soon as a port on this machine accepts connections. */
    static Readiness acceptsConnections(int port) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
                return true;
            }
        };
    }

    /** Ready as soon as a page answers 200. */
    static Readiness answers(URI page) {
        return () -> {
            var connection = (HttpURLConnection) page.toURL().openConnection();
            try {
                connection.setConnectTimeout(PATIENCE_MILLIS);
                connection.setReadTimeout(PATIENCE_MILLIS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        };
    }
}
