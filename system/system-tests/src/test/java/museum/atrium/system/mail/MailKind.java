package museum.atrium.system.mail;

/** What a mail is to its reader, told from what is in it and not from its words. */
public enum MailKind {
    /** A calendar REQUEST: a confirmation, or an update of one. */
    INVITATION,
    CANCELLATION,
    REMINDER,
    RECORDING,
    /** Everything that is read only: one is on the waiting list, one was registered already. */
    NOTICE;

    static MailKind of(ReceivedMail mail) {
        if (mail.invitation().isPresent()) {
            return mail.invitation().get().method().equals("CANCEL") ? CANCELLATION : INVITATION;
        }
        if (mail.watchLink().isPresent()) {
            return RECORDING;
        }
        return mail.joinLink().isPresent() ? REMINDER : NOTICE;
    }
}
