package museum.atrium.registration.speakers;

/** An invitation that is not known any more, told inside the transaction that erased it. */
public record SpeakerErased(SpeakerId id) {}
