package museum.atrium.system.surface;

/** Somebody who signs up, as the form asks. */
public record Person(String email, String name, String locale, String timeZone, String country) {}
