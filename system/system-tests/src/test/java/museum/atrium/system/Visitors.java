package museum.atrium.system;

import java.time.Duration;
import museum.atrium.system.mail.Mailbox;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.Http;
import museum.atrium.system.surface.Organiser;
import museum.atrium.system.surface.Programme;
import museum.atrium.system.surface.Recordings;
import museum.atrium.system.surface.SigningUp;

/** Everybody who uses a stack from outside. */
record Visitors(
        Http anybody,
        Programme programme,
        Organiser organiser,
        SigningUp participants,
        Recordings recordings,
        Mailbox inbox,
        Duration patience) {

    /** People for whom every call must work at once. */
    static Visitors of(Stack stack) {
        return of(stack, Duration.ZERO);
    }

    /** People who ask again while a service is away. */
    static Visitors of(Stack stack, Duration patience) {
        Http http = Http.to(stack.origin()).patient(patience);
        return new Visitors(
                http,
                new Programme(http),
                new Organiser(http, stack.organizerPassword()),
                new SigningUp(http),
                new Recordings(http.as("organizer", stack.organizerPassword())),
                new Mailbox(Http.to(stack.inbox())),
                patience);
    }

    /** A browser of its own for each page that is opened. */
    WatchPage opens(String watchLink) {
        return WatchPage.open(Http.browser(anybody.origin()).patient(patience), watchLink);
    }
}
