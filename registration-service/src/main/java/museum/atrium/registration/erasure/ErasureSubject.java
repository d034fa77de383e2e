package museum.atrium.registration.erasure;

/** What was asked to be erased. */
public enum ErasureSubject {
    /** All that is known under an address. */
    PERSON,
    /** One registration, or one invitation to speak. */
    REGISTRATION,
    /** What an activity had of anybody, at the end of the period for which it is kept. */
    ACTIVITY
}
