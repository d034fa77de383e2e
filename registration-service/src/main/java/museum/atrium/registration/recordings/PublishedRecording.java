package museum.atrium.registration.recordings;

/**
 * @param language BCP 47
 * @param access PUBLIC, REGISTRANTS or ATTENDEES, as recording-service announced it
 * @param watchPath to be appended to the public origin
 */
public record PublishedRecording(String title, String language, String access, String watchPath) {}
