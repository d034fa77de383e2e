package museum.atrium.notification.composing;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each kind of mail says in sentences. */
record Saying(Draft draft) {

    private static final int LONGEST_TITLE_IN_SUBJECT = 150;

    String heading() {
        return say(".heading", Map.of());
    }

    String subject() {
        return say(".subject", values(OneLine.shortened(subjectMatter(), LONGEST_TITLE_IN_SUBJECT)));
    }

    List<String> paragraphs() {
        Map<String, String> values = values(subjectMatter());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(say(".lead", values));
        if (draft.wording().has(draft.kind().key() + ".more")) {
            paragraphs.add(say(".more", values));
        }
        if (draft.kind() == MailKind.ALREADY_REGISTERED) {
            // Only who has a place has links to join.
            boolean placed = !draft.letter().links().join().isEmpty();
            paragraphs.add(draft.wording().say(placed ? "state.place" : "state.page"));
        }
        return paragraphs;
    }

    private String say(String part, Map<String, String> values) {
        return draft.wording().say(draft.kind().key() + part, values);
    }

    private Map<String, String> values(String title) {
        Map<String, String> values = new HashMap<>();
        values.put("title", OneLine.isolated(title));
        if (!draft.letter().sessions().isEmpty()) {
            SessionInfo first = draft.letter().sessions().getFirst();
            ZonedDateTime start = first.startsAt().atZone(draft.zone());
            values.put("date", draft.times().date(start));
            values.put("time", draft.times().clock(start));
            values.put(
                    "when",
                    new Countdown(draft.wording(), draft.times(), draft.zone(), draft.now())
                            .until(first.startsAt(), draft.letter().distance()));
        }
        return values;
    }

    /** A mail about one session names it; the others are about the whole activity. */
    private String subjectMatter() {
        return switch (draft.kind()) {
            case REMINDER, SESSION_RESCHEDULED, SESSION_CANCELLED ->
                draft.letter().sessions().stream()
                        .findFirst()
                        .map(draft.names()::whole)
                        .orElseGet(() -> draft.names().activityTitle().text());
            case CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE -> draft.names().activityTitle().text();
        };
    }
}
