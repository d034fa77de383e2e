package museum.atrium.notification.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.composing.FollowUp;
import museum.atrium.notification.composing.Letter;
import museum.atrium.notification.composing.Links;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Recipient;
import museum.atrium.notification.composing.RecordingInfo;
import museum.atrium.notification.composing.RegistrationInfo;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.composing.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Letters to nobody: of a real activity, to a made-up participant, with links that lead nowhere. */
@Component
public class Samples {

    private static final String NAME = "Mariana Example";
    private static final String NOWHERE = "SAMPLE";

    private final Audience audience;
    private final SenderDomain domain;
    private final Clock clock;
    private final URI manage;

    Samples(Audience audience, SenderDomain domain, Clock clock, @Value("${atrium.public-url}") String publicUrl) {
        this.audience = audience;
        this.domain = domain;
        this.clock = clock;
        this.manage = URI.create(publicUrl.replaceAll("/+$", "") + "/registrations/" + NOWHERE);
    }

    /** @param texts in place of those stored, by the wording's keys; null: those stored */
    @Transactional(readOnly = true)
    public Letter letter(
            UUID activity, Template template, String language, String email, @Nullable Map<String, String> texts) {
        Activity known = audience.activity(activity)
                .orElseThrow(() -> new IllegalArgumentException("No activity is known by the id " + activity));
        MailKind kind = template.kind();
        SampleSessions sessions = SampleSessions.of(known, kind, clock.instant());
        return new Letter(
                kind,
                UUID.randomUUID() + "@" + domain.name(),
                new Recipient(UUID.randomUUID(), email, NAME, Locale.forLanguageTag(language), sessions.reader()),
                new RegistrationInfo(
                        standing(kind), Role.PARTICIPANT, clock.instant().plus(2, ChronoUnit.DAYS)),
                texts == null ? known.info() : known.info().saying(Map.of(language, texts)),
                sessions.infos(),
                sessions.calendar(),
                new Links(manage, sessions.join(), null, null, kind.topic() == null ? null : manage),
                null,
                kind == MailKind.SESSION_RESCHEDULED ? sessions.previous() : null,
                kind == MailKind.RECORDING_AVAILABLE ? List.of(recording(known, language)) : List.of(),
                kind == MailKind.REMINDER ? Duration.ofDays(1) : null,
                List.of(),
                null,
                kind == MailKind.FOLLOW_UP
                        ? new FollowUp(template.came(), known.wishes().survey())
                        : null,
                known.network());
    }

    private RecordingInfo recording(Activity known, String language) {
        Map<String, String> title = known.info().title();
        String shown =
                title.getOrDefault(language, title.values().stream().findFirst().orElse(""));
        return new RecordingInfo(UUID.randomUUID(), shown, manage, null);
    }

    private static Standing standing(MailKind kind) {
        return switch (kind) {
            case OPT_IN, TRANSFER_OFFERED, ADDRESS_PROVING -> Standing.UNPROVED;
            case APPROVAL_REQUESTED -> Standing.REQUESTED;
            case OFFER, WAITLISTED -> Standing.WAITLISTED;
            case INTEREST_NOTED, NOW_DATED -> Standing.INTERESTED;
            case CANCELLATION, DECLINED, OFFER_LAPSED, TRANSFERRED -> Standing.CANCELLED;
            case SUBSCRIBED,
                    NEW_IN_SERIES,
                    CONFIRMATION,
                    PROMOTION,
                    CHANGED,
                    ALREADY_REGISTERED,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
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
                    FOLLOW_UP,
                    MESSAGE -> Standing.CONFIRMED;
        };
    }
}
