package museum.atrium.inbox.receiving;

/** The message was longer than the inbox takes; all of it was read and thrown away. */
public final class MessageTooLong extends Exception {}
