package museum.atrium.notification.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.composing.CalendarEntry;
import museum.atrium.notification.composing.FollowUp;
import museum.atrium.notification.composing.HeldInfo;
import museum.atrium.notification.composing.Letter;
import museum.atrium.notification.composing.Links;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.NetworkInfo;
import museum.atrium.notification.composing.Recipient;
import museum.atrium.notification.composing.RecordingInfo;
import museum.atrium.notification.composing.RegistrationInfo;
import museum.atrium.notification.composing.SessionInfo;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a mail is composed of. */
@Component
class Letters {

    private final PersonalLinks links;
    private final SenderDomain domain;
    private final Clock clock;

    Letters(PersonalLinks links, SenderDomain domain, Clock clock) {
        this.links = links;
        this.domain = domain;
        this.clock = clock;
    }

    Letter write(Case subject, List<CalendarEntry> calendar) {
        Delivery delivery = subject.delivery();
        return new Letter(
                delivery.kind(),
                delivery.mark() + "@" + domain.name(),
                recipient(subject),
                new RegistrationInfo(
                        subject.person().standing(),
                        subject.person().role(),
                        subject.person().answerBy(),
                        subject.news() == null ? null : subject.activity().info()),
                subject.shown().info(),
                ShownSessions.of(subject, calendar),
                calendar,
                links(subject),
                delivery.kind() == MailKind.ACTIVITY_CANCELLED
                        ? subject.activity().cancellationReason()
                        : null,
                previous(subject),
                recordings(subject).stream()
                        .map(recording -> new RecordingInfo(
                                recording.id(),
                                recording.title(),
                                links.watch(subject.person(), recording.watchPath()),
                                recording.availableUntil()))
                        .toList(),
                delivery.distance().isEmpty() ? null : Duration.parse(delivery.distance()),
                listed(subject),
                subject.message(),
                followUp(subject),
                network(subject));
    }

    /** What lists all of an address's registrations may be about several networks. */
    private static @Nullable NetworkInfo network(Case subject) {
        return subject.delivery().kind() == MailKind.LINKS
                ? null
                : subject.activity().network();
    }

    private static @Nullable FollowUp followUp(Case subject) {
        return subject.delivery().kind() == MailKind.FOLLOW_UP
                ? new FollowUp(
                        subject.person().came(), subject.activity().wishes().survey())
                : null;
    }

    /** Every registration of the address, or what else is new in the series. */
    private List<HeldInfo> listed(Case subject) {
        return subject.delivery().kind() == MailKind.NEW_IN_SERIES
                ? subject.otherNews(clock.instant())
                        .map(other -> news(other, subject))
                        .toList()
                : subject.held().stream().map(this::held).toList();
    }

    private HeldInfo news(News news, Case subject) {
        return new HeldInfo(
                new RegistrationInfo(
                        subject.person().standing(), subject.person().role(), null),
                news.activity().info(),
                false,
                news.activity().sessions().stream().map(LiveSession::info).toList(),
                links.manage(subject.person()));
    }

    private HeldInfo held(Held held) {
        return new HeldInfo(
                new RegistrationInfo(
                        held.person().standing(),
                        held.person().role(),
                        held.person().answerBy()),
                held.activity().info(),
                held.activity().cancelled(),
                held.sessions(),
                links.manage(held.person()));
    }

    /**
     * The recordings that the mail tells of. A confirmation tells those that were there before it, and a new address all:
     * the links of before open none.
     */
    List<Recording> recordings(Case subject) {
        return switch (subject.delivery().kind()) {
            case RECORDING_AVAILABLE ->
                Stream.concat(subject.recording().stream(), subject.otherRecordings())
                        .toList();
            case CONFIRMATION, PROMOTION, SPEAKER_ACCEPTED ->
                open(subject)
                        .filter(recording -> !subject.person().wasConfirmedBy(recording.publishedAt()))
                        .toList();
            case ADDRESS_CHANGED ->
                subject.person().standing() == Standing.CONFIRMED
                        ? open(subject).toList()
                        : List.of();
            case OPT_IN,
                    APPROVAL_REQUESTED,
                    DECLINED,
                    OFFER,
                    OFFER_LAPSED,
                    INTEREST_NOTED,
                    NOW_DATED,
                    SUBSCRIBED,
                    NEW_IN_SERIES,
                    WAITLISTED,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    TRANSFER_OFFERED,
                    TRANSFERRED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    LINKS,
                    SPEAKER_INVITED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> List.of();
        };
    }

    private static Stream<Recording> open(Case subject) {
        return subject.recordings().stream()
                .filter(recording -> recording.published() && recording.isFor(subject.person()));
    }

    private static Recipient recipient(Case subject) {
        Person.Contact contact = subject.person().contact();
        if (contact == null) {
            throw new IllegalStateException("A letter is written only to who can be reached");
        }
        String language = contact.language();
        return new Recipient(
                subject.person().id(),
                contact.email(),
                subject.delivery().kind().addressesByName() ? contact.name() : "",
                Locale.forLanguageTag(
                        language == null ? subject.activity().info().language() : language),
                zone(contact.timeZone(), subject));
    }

    /** Who told no zone reads the times where the sessions are at home. */
    private static ZoneId zone(@Nullable String told, Case subject) {
        ZoneId home = subject.shown().sessions().stream()
                .findFirst()
                .map(session -> session.slot().timeZone())
                .orElse(ZoneId.of("UTC"));
        try {
            return told == null ? home : ZoneId.of(told);
        } catch (DateTimeException unknownZone) {
            return home;
        }
    }

    private Links links(Case subject) {
        Instant now = clock.instant();
        Map<UUID, URI> join = new HashMap<>();
        for (LiveSession session : subject.activity().sessions()) {
            if (subject.hasPlaceIn(session) && !session.isOver(now)) {
                join.put(session.id(), links.join(subject.person(), session.id()));
            }
        }
        URI watch = recordings(subject).stream()
                .findFirst()
                .map(recording -> links.watch(subject.person(), recording.watchPath()))
                .orElse(null);
        Topic topic = subject.delivery().kind().topic();
        return new Links(
                links.manage(subject.person()),
                join,
                watch,
                calendar(subject),
                topic == null ? null : links.unsubscribe(subject.person(), topic));
    }

    /** Told by the one mail that nobody gets who holds no more than one registration's link. */
    private @Nullable URI calendar(Case subject) {
        UUID feed =
                subject.delivery().kind() == MailKind.LINKS ? subject.person().calendar() : null;
        return feed == null ? null : links.calendar(feed);
    }

    private static @Nullable SessionInfo previous(Case subject) {
        if (subject.delivery().kind() != MailKind.SESSION_RESCHEDULED) {
            return null;
        }
        Case.Cause cause = subject.cause();
        return subject.session()
                .flatMap(session -> subject.memory()
                        .of(session.id())
                        .map(Told::previous)
                        .or(() -> Optional.ofNullable(cause == null ? null : cause.previous()))
                        .map(session::info))
                .orElse(null);
    }
}
