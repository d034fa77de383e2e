package museum.atrium.inbox.receiving;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends each answer at once; with Nagle's algorithm a client would wait 40 ms for some of them. */
final class PromptServerSocket extends ServerSocket {

    PromptServerSocket() throws IOException {
        setReuseAddress(true);
    }

    @Override
    public Socket accept() throws IOException {
        Socket socket = super.accept();
        try {
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException gone) {
            socket.close();
            throw gone;
        }
    }
}
