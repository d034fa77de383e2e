package museum.atrium.notification.composing;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a mail shows a session: when, where the clocks differ, whether it still holds, how to come in. */
record SlotDrafting(Draft draft) {

    /** Beyond this the links to calendar providers would outgrow what Gmail shows of a mail; the attached entries remain. */
    private static final int MOST_WITH_CALENDAR_LINKS = 12;

    List<Page.Slot> kept() {
        return draft.letter().sessions().stream()
                .filter(session -> !isDropped(session))
                .map(this::slot)
                .toList();
    }

    /** What a changed registration has given up. */
    List<Page.Slot> dropped() {
        return draft.letter().sessions().stream()
                .filter(this::isDropped)
                .map(this::slot)
                .toList();
    }

    private boolean isDropped(SessionInfo session) {
        boolean tellsWhatIsLeft = draft.kind() == MailKind.CHANGED || draft.kind() == MailKind.ADDRESS_CHANGED;
        return tellsWhatIsLeft && draft.asks(CalendarMethod.CANCEL, session);
    }

    private Page.Slot slot(SessionInfo session) {
        boolean cancelled = session.cancelled()
                || draft.kind() == MailKind.SESSION_CANCELLED
                || draft.kind() == MailKind.ACTIVITY_CANCELLED;
        boolean over = session.endsAt().isBefore(draft.now());
        @Nullable URI join = draft.letter().links().join().get(session.id());
        boolean open = !cancelled && !over && !draft.kind().ends() && !isDropped(session);
        return new Page.Slot(
                title(session),
                draft.times().span(session.startsAt(), session.endsAt(), draft.zone()),
                elsewhere(session),
                previous(session),
                note(cancelled, over),
                cancelled ? null : new MannerDrafting(draft).say(session.manner()),
                cancelled,
                session.manner().selfPaced(),
                open ? join : null,
                open ? calendars(session, join) : List.of());
    }

    private @Nullable Translation title(SessionInfo session) {
        boolean alone = draft.letter().sessions().size() == 1
                && draft.letter().activity().isItsOnlySession();
        return alone ? null : draft.names().sessionTitle(session);
    }

    @Nullable String elsewhere(SessionInfo session) {
        ZoneId home = session.timeZone();
        if (sameClock(home, session.startsAt()) && sameClock(home, session.endsAt())) {
            return null;
        }
        Times.Span span = draft.times().spanBeside(session.startsAt(), session.endsAt(), home, draft.zone());
        return draft.wording().say("time.elsewhere", "when", span.line());
    }

    private boolean sameClock(ZoneId home, Instant time) {
        return home.getRules().getOffset(time).equals(draft.zone().getRules().getOffset(time));
    }

    private @Nullable String previous(SessionInfo session) {
        @Nullable SessionInfo previous = draft.letter().previous();
        return previous == null || !previous.id().equals(session.id())
                ? null
                : draft.times()
                        .span(previous.startsAt(), previous.endsAt(), draft.zone())
                        .line();
    }

    private @Nullable String note(boolean cancelled, boolean over) {
        if (cancelled) {
            return draft.wording().say("session.cancelled");
        }
        // Where a recording is offered, that the session is over goes without saying.
        return over && draft.kind() != MailKind.RECORDING_AVAILABLE
                ? draft.wording().say("session.over")
                : null;
    }

    private List<CalendarLink> calendars(SessionInfo session, @Nullable URI join) {
        boolean many = draft.letter().calendar().size() > MOST_WITH_CALENDAR_LINKS;
        if (many || !draft.asks(CalendarMethod.REQUEST, session)) {
            return List.of();
        }
        String title = draft.names().whole(session);
        return CalendarLink.of(title, session.startsAt(), session.endsAt(), join == null ? "" : join.toString());
    }
}
