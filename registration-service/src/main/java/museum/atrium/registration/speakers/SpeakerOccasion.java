package museum.atrium.registration.speakers;

/** What can happen to an invitation that is told to who was invited. */
public enum SpeakerOccasion {
    INVITED("speakerInvited"),
    /** Or was sent its links anew after that. */
    ACCEPTED("speakerAccepted"),
    DECLINED("speakerDeclined"),
    WITHDRAWN("speakerWithdrawn"),
    CHANGED("changed");

    private final String wireName;

    SpeakerOccasion(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in events. */
    public String wireName() {
        return wireName;
    }
}
