package museum.atrium.registration.export;

/** What was asked to be shown. */
public enum ExportSubject {
    /** All that is known under an address. */
    PERSON,
    /** One registration, or one invitation to speak. */
    REGISTRATION
}
