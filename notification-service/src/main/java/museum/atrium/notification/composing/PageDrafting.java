package museum.atrium.notification.composing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail of each kind says. */
record PageDrafting(Draft draft, String sender) {

    Page page() {
        List<Page.Slot> slots = draft.isDigest() ? List.of() : new SlotDrafting(draft).kept();
        Saying saying = new Saying(draft);
        List<Words.Line> paragraphs = saying.paragraphs();
        @Nullable Words words = draft.names().messageWords(draft.letter().message());
        return new Page(
                draft.wording(),
                saying.subject(),
                words == null ? preheader(slots, paragraphs) : words.beginning(),
                saying.heading(),
                greeting(),
                paragraphs,
                words,
                reason(),
                action(saying),
                new ProgrammeDrafting(draft).programme(),
                slots,
                new SlotDrafting(draft).dropped(),
                draft.joinLabel(),
                joinNote(slots),
                calendarNote(),
                recordings(),
                new HeldDrafting(draft).held(),
                manage(),
                draft.letter().links().unsubscribe(),
                why(),
                sender,
                new NetworkDrafting(draft).network());
    }

    /**
     * Beside the subject in a list of mails: the time where there is one, for it is what people look for, unless they
     * must answer before it.
     */
    private String preheader(List<Page.Slot> slots, List<Words.Line> paragraphs) {
        boolean announces = slots.size() == 1
                && slots.getFirst().note() == null
                && !draft.kind().ends()
                && !draft.kind().concernsAddress()
                && draft.letter().registration().answerBy() == null;
        return announces && draft.kind() != MailKind.RECORDING_AVAILABLE
                ? slots.getFirst().when().line()
                : paragraphs.getFirst().text();
    }

    private Page.Greeting greeting() {
        String name = OneLine.unlinked(OneLine.of(draft.letter().recipient().name()));
        if (name.isEmpty()) {
            return new Page.Greeting(draft.wording().say("greeting.nameless"), "", "");
        }
        List<String> around = draft.wording().phrase("greeting.named").texts();
        return new Page.Greeting(around.getFirst(), name, around.getLast());
    }

    private @Nullable String reason() {
        @Nullable String reason = draft.letter().reason();
        return reason == null || reason.isBlank() ? null : OneLine.of(reason);
    }

    private Page.@Nullable Action action(Saying saying) {
        @Nullable String label = saying.action();
        if (label == null) {
            return null;
        }
        @Nullable FollowUp followUp = draft.letter().followUp();
        @Nullable URI survey = followUp == null ? null : followUp.asked();
        return new Page.Action(label, survey == null ? draft.letter().links().manage() : survey);
    }

    private @Nullable String joinNote(List<Page.Slot> slots) {
        return slots.stream().anyMatch(slot -> slot.join() != null && !slot.selfPaced())
                ? draft.wording().say(draft.isForSpeaker() ? "host.note" : "join.note")
                : null;
    }

    private @Nullable String calendarNote() {
        List<CalendarEntry> entries = draft.letter().calendar();
        if (entries.isEmpty()) {
            return null;
        }
        if (entries.stream().allMatch(entry -> entry.method() == CalendarMethod.CANCEL)) {
            return draft.wording().say("calendar.removed");
        }
        if (draft.kind() == MailKind.SESSION_RESCHEDULED || draft.kind() == MailKind.CHANGED) {
            return draft.wording().say("calendar.updated");
        }
        return draft.wording().say(entries.size() == 1 ? "calendar.added.one" : "calendar.added.many");
    }

    private List<Page.Recorded> recordings() {
        @Nullable URI watch = draft.letter().links().watch();
        if (draft.letter().recordings().isEmpty() && draft.kind() == MailKind.RECORDING_AVAILABLE && watch != null) {
            return List.of(new Page.Recorded(activityTitle(), watch, null));
        }
        return draft.letter().recordings().stream()
                .map(recording ->
                        new Page.Recorded(OneLine.of(recording.title()), recording.watch(), until(recording.until())))
                .toList();
    }

    private @Nullable String until(@Nullable Instant end) {
        return end == null
                ? null
                : draft.wording().say("recordings.until", "until", draft.times().moment(end, draft.zone()));
    }

    /**
     * A mail that asks for a step has the way to the same page already, and one that lists registrations to each: it ends with the
     * way to the calendar of all of them.
     */
    private Page.@Nullable Manage manage() {
        if (draft.kind() == MailKind.LINKS) {
            return calendarOfAll();
        }
        if (draft.kind().asks()) {
            return null;
        }
        if (draft.kind() == MailKind.MESSAGE || draft.kind() == MailKind.FOLLOW_UP) {
            // Of a cancelled activity too, and of one that is over, where nothing is left to change or cancel.
            return new Page.Manage(
                    draft.wording().say("manage.heading"),
                    draft.wording().say("state.page"),
                    draft.wording().say("manage.ended.label"),
                    draft.letter().links().manage());
        }
        String what =
                draft.isForSpeaker() ? "speaking." : draft.letter().activity().isSeries() ? "subscription." : "manage.";
        String form = what + (draft.kind().ends() ? "ended." : "open.");
        return new Page.Manage(
                draft.wording().say(what + "heading"),
                draft.wording().say(form + "text"),
                draft.wording().say(form + "label"),
                draft.letter().links().manage());
    }

    private Page.@Nullable Manage calendarOfAll() {
        @Nullable URI calendar = draft.letter().links().calendar();
        return calendar == null
                ? null
                : new Page.Manage(
                        draft.wording().say("calendars.heading"),
                        draft.wording().say("calendars.text"),
                        draft.wording().say("calendars.label"),
                        calendar);
    }

    private String why() {
        boolean ofSeries = draft.letter().activity().isSeries();
        String key = switch (draft.kind()) {
            case OPT_IN -> ofSeries ? "footer.subscribing" : "footer.asked";
            case SUBSCRIBED, NEW_IN_SERIES -> "footer.subscribed";
            case INTEREST_NOTED, NOW_DATED -> "footer.interested";
            case TRANSFER_OFFERED -> "footer.transfer";
            case ADDRESS_PROVING -> "footer.proving";
            case LINKS -> "footer.links";
            case MESSAGE ->
                draft.letter().registration().standing() == Standing.INTERESTED ? "footer.interested" : "footer.why";
            case APPROVAL_REQUESTED,
                    DECLINED,
                    OFFER,
                    OFFER_LAPSED,
                    CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    TRANSFERRED,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP ->
                draft.isForSpeaker() ? "footer.speaking" : ofSeries ? "footer.subscribed" : "footer.why";
        };
        return draft.wording()
                .say(
                        key,
                        "title",
                        OneLine.isolated(
                                draft.names().registeredFor(draft.letter().registration())));
    }

    private String activityTitle() {
        return draft.names().activityTitle().text();
    }
}
