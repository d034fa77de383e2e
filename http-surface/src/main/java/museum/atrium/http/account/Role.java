package museum.atrium.http.account;

/** What one may do where one may do something. */
public enum Role {
    /** Everything everywhere: also networks, the audit log, and the inside of the services. */
    ADMIN,
    ORGANIZER,
    /** Sees what organisers see, and changes nothing. */
    VIEWER;

    boolean allows(Access access) {
        return this != VIEWER || access == Access.READ;
    }
}
