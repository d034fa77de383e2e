package museum.atrium.notification.delivery;

import museum.atrium.notification.composing.Letter;
import org.springframework.stereotype.Component;

/** Sends one letter at once, past the queue: who tries out what a mail says looks into their mailbox. */
@Component
public class TestMails {

    private final Writing writing;
    private final MailServer server;

    TestMails(Writing writing, MailServer server) {
        this.writing = writing;
        this.server = server;
    }

    /** @param later the mail server could not take it now; otherwise, if it was not taken, it never will be */
    public record Result(boolean accepted, boolean later, String reply) {}

    public Result send(Letter letter) {
        try (Connection connection = new Connection(server)) {
            return switch (writing.sendOnce(letter, connection)) {
                case Outcome.Accepted accepted -> new Result(true, false, accepted.reply());
                case Outcome.Rejected rejected -> new Result(false, false, rejected.reply());
                case Outcome.Impossible impossible -> new Result(false, false, impossible.reply());
                case Outcome.Deferred deferred -> new Result(false, true, deferred.reply());
                case Outcome.Unknown unknown -> new Result(false, true, unknown.reply());
                case Outcome.Unreachable unreachable -> new Result(false, true, unreachable.reply());
            };
        }
    }
}
