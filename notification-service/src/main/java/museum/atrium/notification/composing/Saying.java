package museum.atrium.notification.composing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each kind of mail says in sentences. */
final class Saying {

    private static final int LONGEST_TITLE_IN_SUBJECT = 150;

    private final Draft draft;
    private final Map<String, String> values;

    Saying(Draft draft) {
        this.draft = draft;
        this.values = values();
    }

    String heading() {
        return say(".heading", Map.of());
    }

    String subject() {
        @Nullable Translation own = draft.names().messageSubject(draft.letter().message());
        return own != null ? own.text() : say(".subject", withShortTitle());
    }

    private Map<String, String> withShortTitle() {
        Map<String, String> shorter = new HashMap<>(values);
        shorter.put("title", OneLine.isolated(OneLine.shortened(subjectMatter(), LONGEST_TITLE_IN_SUBJECT)));
        return shorter;
    }

    List<Words.Line> paragraphs() {
        List<Words.Line> paragraphs = new ArrayList<>();
        paragraphs.add(paragraph(".lead"));
        if (draft.kind() == MailKind.WAITLISTED && draft.letter().activity().placeOffers() != null) {
            // Where places are offered, nobody gets one without doing something.
            paragraphs.add(Words.plain(draft.wording().say("waitlisted.offers", values)));
        } else if (draft.wording().has(draft.key(more())) && isAnswerable()) {
            paragraphs.add(paragraph(more()));
        }
        if (draft.kind() == MailKind.REMINDER && draft.letter().sessions().size() > 1) {
            paragraphs.add(paragraph(".following"));
        }
        @Nullable FollowUp followUp = draft.letter().followUp();
        if (followUp != null && followUp.asked() != null) {
            paragraphs.add(paragraph(".survey"));
        }
        if (tellsState()) {
            paragraphs.add(Words.plain(new Stating(draft)
                    .state(draft.letter().registration(), draft.letter().activity())));
        }
        return paragraphs;
    }

    /** An organiser's own words lead where they say, as in a message. */
    private Words.Line paragraph(String part) {
        String said = say(part, values);
        return draft.wording().own().contains(draft.key(part)) ? Words.linked(said) : Words.plain(said);
    }

    /** Where the kind of mail does not say it. A subscription has no state beside being one. */
    private boolean tellsState() {
        boolean tells = draft.kind() == MailKind.ALREADY_REGISTERED || draft.kind() == MailKind.ADDRESS_CHANGED;
        return draft.kind() == MailKind.CHANGED
                || tells && !draft.letter().activity().isSeries();
    }

    /** A change of a session is told to those who wait or have not answered, too; nothing may read as if they had a place. */
    private String more() {
        RegistrationInfo registration = draft.letter().registration();
        if (!draft.kind().changesSession() || !registration.standing().awaitsPlace()) {
            return ".more";
        }
        return registration.isOffered(draft.now()) ? ".offered" : ".waiting";
    }

    /** Who is asked after the end to tell the organiser something must know how; the organiser's own words stand in any case. */
    private boolean isAnswerable() {
        @Nullable NetworkInfo network = draft.letter().network();
        return draft.kind() != MailKind.FOLLOW_UP
                || network != null && network.answered() != null
                || draft.wording().own().contains(draft.key(".more"));
    }

    /** What the button says, in a mail that asks for a step. */
    @Nullable String action() {
        @Nullable FollowUp followUp = draft.letter().followUp();
        boolean surveys = followUp != null && followUp.asked() != null;
        return surveys || draft.kind().asks() ? say(".action", Map.of()) : null;
    }

    private String say(String part, Map<String, String> values) {
        String several = "recordings-available" + part;
        boolean isAboutSeveral = draft.kind() == MailKind.RECORDING_AVAILABLE
                && draft.letter().recordings().size() > 1
                && draft.wording().has(several)
                && !draft.wording().own().contains(draft.key(part));
        return draft.wording().say(isAboutSeveral ? several : draft.key(part), values);
    }

    /** What the gaps of the wording are filled with. */
    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("title", OneLine.isolated(subjectMatter()));
        values.put(
                "series",
                OneLine.isolated(draft.names().registeredFor(draft.letter().registration())));
        @Nullable Instant answerBy = draft.letter().registration().answerBy();
        if (answerBy != null) {
            values.put("until", draft.times().moment(answerBy, draft.zone()));
        }
        @Nullable Duration offers = draft.letter().activity().placeOffers();
        if (offers != null) {
            values.put("period", new Period(draft.wording()).of(offers));
        }
        if (!draft.letter().sessions().isEmpty()) {
            SessionInfo first = draft.letter().sessions().getFirst();
            ZonedDateTime start = first.startsAt().atZone(draft.zone());
            values.put("date", draft.times().date(start));
            values.put("time", draft.times().clock(start));
            values.put("zone", draft.times().zoneName(start));
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
            case OPT_IN,
                    APPROVAL_REQUESTED,
                    DECLINED,
                    OFFER,
                    OFFER_LAPSED,
                    INTEREST_NOTED,
                    NOW_DATED,
                    SUBSCRIBED,
                    NEW_IN_SERIES,
                    CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    TRANSFER_OFFERED,
                    TRANSFERRED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> draft.names().activityTitle().text();
        };
    }
}
