package museum.atrium.inbox.scripted;

/** Where in a conversation a script is asked; each with the answer of a server that has nothing against it. */
public enum Moment {
    CONNECT("220 scripted ESMTP"),
    EHLO("250-scripted\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8"),
    MAIL("250 2.1.0 Ok"),
    RCPT("250 2.1.5 Ok"),
    DATA("354 End data with <CR><LF>.<CR><LF>"),
    /** The message with its final dot has come; nothing has been answered yet. */
    DOT("250 2.0.0 Ok"),
    RSET("250 2.0.0 Ok"),
    NOOP("250 2.0.0 Ok"),
    QUIT("221 2.0.0 Bye");

    private final String welcome;

    Moment(String welcome) {
        this.welcome = welcome;
    }

    String welcome() {
        return welcome;
    }
}
