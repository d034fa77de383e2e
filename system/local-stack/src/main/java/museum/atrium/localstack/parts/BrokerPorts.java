package museum.atrium.localstack.parts;

/** Where the broker listens for its clients and, being its own controller, for itself. */
public record BrokerPorts(int clients, int controller) {

    public String address() {
        return "127.0.0.1:" + clients;
    }
}
