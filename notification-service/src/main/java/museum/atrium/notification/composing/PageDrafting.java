package museum.atrium.notification.composing;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a mail of each kind says. */
record PageDrafting(Draft draft, String sender) {

    Page page() {
        List<Page.Slot> slots = new SlotDrafting(draft).kept();
        Saying saying = new Saying(draft);
        List<String> paragraphs = saying.paragraphs();
        return new Page(
                draft.wording(),
                saying.subject(),
                preheader(slots, paragraphs),
                saying.heading(),
                greeting(),
                paragraphs,
                reason(),
                programme(),
                slots,
                new SlotDrafting(draft).dropped(),
                joinNote(slots),
                calendarNote(),
                recordings(),
                manage(),
                draft.wording().say("footer.why", "title", OneLine.isolated(activityTitle())),
                sender);
    }

    /** Beside the subject in a list of mails: the time where there is one, for it is what people look for. */
    private String preheader(List<Page.Slot> slots, List<String> paragraphs) {
        boolean announces = slots.size() == 1
                && slots.getFirst().note() == null
                && !draft.kind().ends();
        return announces && draft.kind() != MailKind.RECORDING_AVAILABLE
                ? slots.getFirst().when().line()
                : paragraphs.getFirst();
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

    private Page.Programme programme() {
        boolean presents = switch (draft.kind()) {
            case CONFIRMATION, WAITLISTED, PROMOTION, REMINDER -> true;
            case CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE -> false;
        };
        boolean undated = draft.letter().sessions().isEmpty()
                && !draft.kind().ends()
                && draft.kind() != MailKind.RECORDING_AVAILABLE;
        return new Page.Programme(
                draft.names().activityTitle(),
                about(),
                presents ? draft.names().summary() : null,
                undated ? draft.wording().say("dates.unknown") : null);
    }

    private String about() {
        String key = "kind." + draft.letter().activity().kind().toLowerCase(Locale.ROOT);
        String kind = draft.wording().say(draft.wording().has(key) ? key : "kind.activity");
        List<String> organizers = draft.letter().activity().organizers();
        if (organizers.isEmpty()) {
            return kind;
        }
        String names = organizers.stream()
                .map(name -> OneLine.isolated(OneLine.of(name)))
                .collect(Collectors.joining(", "));
        return kind + " · " + draft.wording().say("organised.by", "organizers", names);
    }

    private @Nullable String joinNote(List<Page.Slot> slots) {
        return slots.stream().anyMatch(slot -> slot.join() != null)
                ? draft.wording().say("join.note")
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
            return List.of(new Page.Recorded(activityTitle(), watch));
        }
        return draft.letter().recordings().stream()
                .map(recording -> new Page.Recorded(OneLine.of(recording.title()), recording.watch()))
                .toList();
    }

    private Page.Manage manage() {
        String form = draft.kind().ends() ? "manage.ended." : "manage.open.";
        return new Page.Manage(
                draft.wording().say(form + "text"),
                draft.wording().say(form + "label"),
                draft.letter().links().manage());
    }

    private String activityTitle() {
        return draft.names().activityTitle().text();
    }
}
