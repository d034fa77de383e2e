package museum.atrium.registration.speakers;

/**
 * What happened to an invitation, told inside the transaction that changed it.
 *
 * @param contactToo whether name, language or zone may differ from what was told before
 */
public record SpeakerChanged(SpeakerInvitation invitation, SpeakerOccasion occasion, boolean contactToo) {}
