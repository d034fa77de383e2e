package museum.atrium.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out the ports of a stack, each of them checked before anything is started. Ports that nobody named are taken from
 * below the range that systems use for outgoing connections, so that a part finds its own one free when it comes back.
 */
final class Ports {

    private static final int FIRST_FREE = 20_000;
    private static final int END_OF_FREE = 30_000;
    private static final int HIGHEST = 65_535;
    private static final int TRIES = 1_000;

    private final Variables variables;
    private final boolean preferFree;
    private final Map<Integer, String> handedOut = new HashMap<>();

    Ports(Variables variables, boolean preferFree) {
        this.variables = variables;
        this.preferFree = preferFree;
    }

    /** The port that a variable names, else its documented default. */
    int of(String variable, int documented) {
        if (preferFree && !variables.has(variable)) {
            return anyFor(variable);
        }
        return claimed(
                variable,
                variables.find(variable).map(value -> parsed(variable, value)).orElse(documented));
    }

    /** The port that a variable names, else any free one. */
    int ofOrAny(String variable) {
        return variables
                .find(variable)
                .map(value -> claimed(variable, parsed(variable, value)))
                .orElseGet(() -> anyFor(variable));
    }

    int anyFor(String purpose) {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, END_OF_FREE);
            if (isFree(port) && handedOut.putIfAbsent(port, purpose) == null) {
                return port;
            }
        }
        throw new StackFailure("No free port was found between %d and %d.".formatted(FIRST_FREE, END_OF_FREE));
    }

    private int claimed(String variable, int port) {
        String other = handedOut.putIfAbsent(port, variable);
        if (other != null) {
            throw new StackFailure(
                    "%s and %s are both %d; each needs a port of its own.".formatted(other, variable, port));
        }
        if (!isFree(port)) {
            throw new StackFailure(
                    "Port %d is taken by another program. End that one, or choose another port: %s=%d ./run"
                            .formatted(port, variable, port < HIGHEST ? port + 1 : port - 1));
        }
        return port;
    }

    private static int parsed(String variable, String value) {
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port > 0 && port <= HIGHEST) {
                return port;
            }
        }
        throw new StackFailure("%s is '%s'; a port is a number from 1 to %d.".formatted(variable, value, HIGHEST));
    }

    /** Systems differ in whether a listener on one address keeps others off the rest: both are asked. */
    private static boolean isFree(int port) {
        return canListen(new InetSocketAddress(port))
                && canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
