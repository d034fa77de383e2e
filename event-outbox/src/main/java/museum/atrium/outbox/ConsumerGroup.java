package museum.atrium.outbox;

/** The service's name: its instances are one consumer group, and its events name it as their source. */
record ConsumerGroup(String name) {

    ConsumerGroup {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "spring.application.name is not set: it names the consumer group and the source of events");
        }
    }
}
