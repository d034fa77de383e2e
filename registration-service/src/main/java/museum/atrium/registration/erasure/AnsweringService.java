package museum.atrium.registration.erasure;

/** The services that hold something of registrations beside this one, and where they answer. */
enum AnsweringService {
    NOTIFICATION("notification-service", "atrium.erasures.notification"),
    RECORDING("recording-service", "atrium.erasures.recording");

    private final String wireName;
    private final String topic;

    AnsweringService(String wireName, String topic) {
        this.wireName = wireName;
        this.topic = topic;
    }

    String wireName() {
        return wireName;
    }

    String topic() {
        return topic;
    }
}
