package museum.atrium.registration;

/** The services that hold something of registrations beside this one. */
public enum OtherService {
    NOTIFICATION("notification"),
    RECORDING("recording");

    private final String shortName;

    OtherService(String shortName) {
        this.shortName = shortName;
    }

    public String wireName() {
        return shortName + "-service";
    }

    /** Where it answers what is asked on {@code topic}. */
    public String answersTo(String topic) {
        return topic + "." + shortName;
    }
}
