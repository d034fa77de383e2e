package museum.atrium.notification.composing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mail lists the registrations of an address, or what is new in a series: what each is for, when, how it stands or what kind
 * it is, and the way to it.
 */
record HeldDrafting(Draft draft) {

    List<Page.Held> held() {
        return draft.letter().held().stream().map(this::held).toList();
    }

    private Page.Held held(HeldInfo held) {
        ActivityInfo activity = held.activity();
        return new Page.Held(
                new Names(activity, draft.letter().recipient().language()).activityTitle(),
                when(held),
                state(held),
                draft.wording().say(label(held)),
                held.manage());
    }

    private String state(HeldInfo held) {
        if (held.activityCancelled()) {
            return draft.wording().say("session.cancelled");
        }
        return draft.kind() == MailKind.NEW_IN_SERIES
                ? new ProgrammeDrafting(draft).about(held.activity())
                : new Stating(draft).state(held.registration(), held.activity());
    }

    private String label(HeldInfo held) {
        if (draft.kind() == MailKind.NEW_IN_SERIES) {
            return draft.key(".action");
        }
        if (held.registration().isSpeakers()) {
            return "speaking.open.label";
        }
        return held.activity().isSeries() ? "subscription.open.label" : "manage.open.label";
    }

    /** The whole of one session's time, the first and the last day of several. */
    private @Nullable String when(HeldInfo held) {
        if (held.sessions().isEmpty()) {
            return held.activity().isSeries() ? null : draft.wording().say("dates.unknown");
        }
        List<SessionInfo> kept =
                held.sessions().stream().filter(session -> !session.cancelled()).toList();
        if (kept.isEmpty()) {
            return null;
        }
        SessionInfo first = kept.getFirst();
        return kept.size() == 1
                ? draft.times()
                        .span(first.startsAt(), first.endsAt(), draft.zone())
                        .line()
                : draft.times().dates(first.startsAt(), kept.getLast().startsAt(), draft.zone());
    }
}
