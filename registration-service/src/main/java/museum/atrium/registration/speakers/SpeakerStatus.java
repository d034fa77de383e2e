package museum.atrium.registration.speakers;

public enum SpeakerStatus {
    INVITED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN
}
