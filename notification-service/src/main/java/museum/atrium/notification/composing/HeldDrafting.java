package museum.atrium.notification.composing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a mail lists the registrations of an address, or what is new in a series: what each is for, when, how it stands or what kind
 * it is, and the way to it.
 */
record HeldDrafting(Draft draft) {

    List<Page.Held> held() {
        Letter letter = draft.letter();
        if (!draft.isDigest()) {
            return letter.held().stream().map(this::registration).toList();
        }
        HeldInfo first = new HeldInfo(
                letter.registration(),
                letter.activity(),
                false,
                letter.sessions(),
                letter.links().manage());
        return Stream.concat(Stream.of(first), letter.held().stream())
                .map(this::news)
                .toList();
    }

    private Page.Held registration(HeldInfo held) {
        return new Page.Held(
                names(held).activityTitle(),
                when(held),
                elsewhere(held),
                state(held),
                null,
                draft.wording().say(label(held)),
                held.manage());
    }

    /** On the subscriber's page everything new has its own place. */
    private Page.Held news(HeldInfo held) {
        return new Page.Held(
                names(held).activityTitle(),
                when(held),
                elsewhere(held),
                new ProgrammeDrafting(draft).about(held.activity()),
                names(held).summary(),
                null,
                URI.create(held.manage() + "#activity-" + held.activity().slug()));
    }

    private Names names(HeldInfo held) {
        return new Names(held.activity(), draft.letter().recipient().language());
    }

    private String state(HeldInfo held) {
        return held.activityCancelled()
                ? draft.wording().say("session.cancelled")
                : new Stating(draft).state(held.registration(), held.activity());
    }

    private static String label(HeldInfo held) {
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
        List<SessionInfo> kept = kept(held);
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

    /** Where the sessions are at home, if that is another time, or of several another day. */
    private @Nullable String elsewhere(HeldInfo held) {
        List<SessionInfo> kept = kept(held);
        if (kept.isEmpty()) {
            return null;
        }
        if (kept.size() == 1) {
            return new SlotDrafting(draft).elsewhere(kept.getFirst());
        }
        Instant first = kept.getFirst().startsAt();
        Instant last = kept.getLast().startsAt();
        ZoneId home = kept.getFirst().timeZone();
        return sameDay(first, home) && sameDay(last, home)
                ? null
                : draft.wording().say("time.elsewhere", "when", draft.times().dates(first, last, home));
    }

    private boolean sameDay(Instant start, ZoneId home) {
        return LocalDate.ofInstant(start, home).equals(LocalDate.ofInstant(start, draft.zone()));
    }

    private static List<SessionInfo> kept(HeldInfo held) {
        return held.sessions().stream().filter(session -> !session.cancelled()).toList();
    }
}
