package museum.atrium.registration.programme;

public enum OrganizationRole {
    ORGANIZER,
    HOST,
    PARTNER,
    SUPPORTER
}
