package museum.atrium.registration.export;

/** The services that hold something of registrations beside this one, and where they say what. */
enum AskedService {
    NOTIFICATION("notification-service", "atrium.exports.notification"),
    RECORDING("recording-service", "atrium.exports.recording");

    private final String wireName;
    private final String topic;

    AskedService(String wireName, String topic) {
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
