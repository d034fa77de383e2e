package museum.atrium.registration.erasure;

/**
 * What is answered to whoever has something of one registration, or of one invitation to speak, erased.
 *
 * @param erasure by which the organiser finds its report
 */
public record AcceptedErasure(ErasureId erasure) {}
