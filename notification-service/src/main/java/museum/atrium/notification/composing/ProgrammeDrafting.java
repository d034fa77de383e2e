package museum.atrium.notification.composing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a mail presents the activity that it is about. */
record ProgrammeDrafting(Draft draft) {

    /** None where the mail lists several activities, or all that its reader has registered for. */
    Page.@Nullable Programme programme() {
        if (draft.kind() == MailKind.LINKS || draft.isDigest()) {
            return null;
        }
        boolean presents = switch (draft.kind()) {
            case CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    REMINDER,
                    APPROVAL_REQUESTED,
                    OFFER,
                    INTEREST_NOTED,
                    NOW_DATED,
                    SUBSCRIBED,
                    NEW_IN_SERIES,
                    TRANSFER_OFFERED,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED -> true;
            case OPT_IN,
                    DECLINED,
                    OFFER_LAPSED,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    TRANSFERRED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> false;
        };
        boolean undated = draft.letter().sessions().isEmpty()
                && !draft.letter().activity().isSeries()
                && !draft.kind().ends()
                && draft.kind() != MailKind.RECORDING_AVAILABLE
                && draft.kind() != MailKind.CERTIFICATE_READY
                && draft.kind() != MailKind.FOLLOW_UP
                && draft.kind() != MailKind.ADDRESS_ASKED
                && draft.kind() != MailKind.MESSAGE;
        return new Page.Programme(
                draft.names().activityTitle(),
                about(draft.letter().activity()),
                presents ? draft.names().summary() : null,
                undated ? draft.wording().say("dates.unknown") : null);
    }

    /** What kind it is, and who organises it. */
    String about(ActivityInfo activity) {
        String key = "kind." + activity.kind().toLowerCase(Locale.ROOT);
        String kind = draft.wording().say(draft.wording().has(key) ? key : "kind.activity");
        List<String> organizers = activity.organizers();
        if (organizers.isEmpty()) {
            return kind;
        }
        String names = organizers.stream()
                .map(name -> OneLine.isolated(OneLine.of(name)))
                .collect(Collectors.joining(", "));
        return kind + " · " + draft.wording().say("organised.by", "organizers", names);
    }
}
