package museum.atrium.inbox.mails;

/** One mail of the store; ids rise with every mail and are never used twice in a folder. */
public record StoredMail(long id, Envelope envelope) {}
