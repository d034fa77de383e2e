package museum.atrium.registration.programme;

public record Organization(String name, OrganizationRole role) {}
