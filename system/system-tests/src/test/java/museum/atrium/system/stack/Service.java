package museum.atrium.system.stack;

/** The three services, by the names that they carry everywhere. */
public enum Service {
    REGISTRATION("registration-service"),
    NOTIFICATION("notification-service"),
    RECORDING("recording-service");

    private final String processName;

    Service(String processName) {
        this.processName = processName;
    }

    public String processName() {
        return processName;
    }
}
