package museum.atrium.localstack.parts;

import java.nio.file.Path;
import java.util.Set;

/** The three services and what each of them is given. */
public enum Service {
    REGISTRATION(
            "registration-service",
            "REGISTRATION_PORT",
            8081,
            Set.of("LINK_KEYS_MANAGE", "LINK_KEYS_JOIN", "LINK_KEYS_SESSION")),
    NOTIFICATION(
            "notification-service",
            "NOTIFICATION_PORT",
            8082,
            Set.of("LINK_KEYS_MANAGE", "LINK_KEYS_JOIN", "LINK_KEYS_WATCH", "LINK_KEYS_SESSION")),
    RECORDING(
            "recording-service",
            "RECORDING_PORT",
            8083,
            Set.of("LINK_KEYS_WATCH", "LINK_KEYS_MEDIA", "LINK_KEYS_SESSION"));

    private final String title;
    private final String portVariable;
    private final int defaultPort;
    private final Set<String> linkKeys;

    Service(String title, String portVariable, int defaultPort, Set<String> linkKeys) {
        this.title = title;
        this.portVariable = portVariable;
        this.defaultPort = defaultPort;
        this.linkKeys = linkKeys;
    }

    public String title() {
        return title;
    }

    public String portVariable() {
        return portVariable;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The purposes whose links it signs or opens; it is given no other keys. */
    public Set<String> linkKeys() {
        return linkKeys;
    }

    Path jarIn(Path home) {
        return home.resolve(title).resolve("target").resolve(title + ".jar");
    }
}
