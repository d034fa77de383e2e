package museum.atrium.notification.composing;

/** What a mail would say. */
public record Preview(String subject, String text, String html) {}
