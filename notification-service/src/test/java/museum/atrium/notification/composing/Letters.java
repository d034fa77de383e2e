package museum.atrium.notification.composing;

import jakarta.mail.Session;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sample letters of every kind, and variations of them. */
record Letters(
        Recipient recipient,
        ActivityInfo activity,
        List<SessionInfo> sessions,
        Instant now,
        @Nullable String reason,
        @Nullable RegistrationInfo registration,
        @Nullable NetworkInfo network) {

    static final UUID REGISTRATION = UUID.fromString("0199b1c0-0000-7000-8000-0000000000b1");
    static final UUID ACTIVITY = UUID.fromString("0199b1c0-0000-7000-8000-000000000001");
    static final String TOKEN = "AZmxwAAAcACAAAAAAAAAsQAAAAEAAAAAAAAAAAAAAAAAAAAA";
    static final URI CALENDAR = URI.create("http://localhost:8080/api/registrations/calendars/" + TOKEN + ".ics");
    static final URI UNSUBSCRIBE = URI.create("http://localhost:8080/unsubscribe/" + TOKEN);
    static final String FROM = "Example Network <programme@example.org>";

    private static final Set<MailKind> SHOWING_NO_SESSION = EnumSet.of(
            MailKind.INTEREST_NOTED,
            MailKind.ADDRESS_ASKED,
            MailKind.LINKS,
            MailKind.CERTIFICATE_READY,
            MailKind.FOLLOW_UP,
            MailKind.MESSAGE);

    static final URI SURVEY = URI.create("https://surveys.example.org/2027-03?room=1&room=2");

    static Letters sample() {
        return new Letters(
                new Recipient(
                        REGISTRATION,
                        "mariana@example.org",
                        "Mariana Example",
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Paris")),
                new ActivityInfo(
                        ACTIVITY,
                        "caring-for-collections",
                        "WEBINAR",
                        Map.of("en", "Caring for collections", "fr", "Prendre soin des collections"),
                        Map.of(
                                "en",
                                "One hour on storage: few staff, little money, and what can be done all the same."),
                        "en",
                        List.of("Example Network"),
                        null),
                List.of(session(1, "2027-03-01T14:00:00Z", "2027-03-01T15:30:00Z", "Europe/Paris")),
                Instant.parse("2027-02-01T09:00:00Z"),
                null,
                null,
                null);
    }

    static SessionInfo session(int number, String start, String end, String zone) {
        return new SessionInfo(
                sessionId(number),
                Map.of("en", "Session " + number, "fr", "Séance " + number),
                Instant.parse(start),
                Instant.parse(end),
                ZoneId.of(zone),
                false,
                Manner.LIVE);
    }

    /** What a subscriber is told of activities of. */
    static ActivityInfo series() {
        return new ActivityInfo(
                UUID.fromString("0199b1c0-0000-7000-8000-0000000000e1"),
                "museums-at-work",
                "SERIES",
                Map.of("en", "Museums at work", "fr", "Les musées au travail"),
                Map.of("en", "What museums do."),
                "en",
                List.of(),
                null);
    }

    /** Of the series itself: its subscription is asked to be confirmed, confirmed, ended. */
    Letters ofSeries() {
        return new Letters(recipient, series(), List.of(), now, reason, registration, network);
    }

    static UUID sessionId(int number) {
        return new UUID(0x0199b1c000007000L, 0x80000000000000a0L + number);
    }

    Letters to(String name, String language, String zone) {
        Recipient changed = new Recipient(
                recipient.registration(), recipient.email(), name, Locale.forLanguageTag(language), ZoneId.of(zone));
        return new Letters(changed, activity, sessions, now, reason, registration, network);
    }

    Letters in(String language) {
        return to(recipient.name(), language, recipient.timeZone().getId());
    }

    Letters at(String address) {
        Recipient changed = new Recipient(
                recipient.registration(), address, recipient.name(), recipient.language(), recipient.timeZone());
        return new Letters(changed, activity, sessions, now, reason, registration, network);
    }

    Letters about(String kind, Map<String, String> title, String language) {
        ActivityInfo changed = new ActivityInfo(
                activity.id(),
                activity.slug(),
                kind,
                title,
                activity.summary(),
                language,
                activity.organizers(),
                activity.placeOffers());
        return new Letters(recipient, changed, sessions, now, reason, registration, network);
    }

    Letters describedAs(Map<String, String> summary) {
        ActivityInfo changed = new ActivityInfo(
                activity.id(),
                activity.slug(),
                activity.kind(),
                activity.title(),
                summary,
                activity.language(),
                activity.organizers(),
                activity.placeOffers());
        return new Letters(recipient, changed, sessions, now, reason, registration, network);
    }

    Letters offering(Duration placeOffers) {
        ActivityInfo changed = new ActivityInfo(
                activity.id(),
                activity.slug(),
                activity.kind(),
                activity.title(),
                activity.summary(),
                activity.language(),
                activity.organizers(),
                placeOffers);
        return new Letters(recipient, changed, sessions, now, reason, registration, network);
    }

    /** Of a network with everything that a network can have. */
    static NetworkInfo museums() {
        return new NetworkInfo(
                "Example Museums",
                "en",
                new NetworkInfo.Logo(
                        URI.create("https://museums.example.org/logo.png"),
                        Map.of("en", "Example Museums: an open door", "fr", "Example Museums : une porte ouverte")),
                "programme@museums.example.org",
                "office@museums.example.org",
                Map.of(
                        "en", "Association of Example Museums\n\n1 Museum Square, 1000 Example",
                        "fr", "Association Example Museums\n1, place du Musée, 1000 Exemple"),
                URI.create("http://localhost:8080/networks/example-museums"));
    }

    Letters of(NetworkInfo other) {
        return new Letters(recipient, activity, sessions, now, reason, registration, other);
    }

    /** Instead of as it stands when a mail of that kind is usually sent. */
    Letters standing(Standing standing, @Nullable String answerBy) {
        RegistrationInfo changed =
                new RegistrationInfo(standing, Role.PARTICIPANT, answerBy == null ? null : Instant.parse(answerBy));
        return new Letters(recipient, activity, sessions, now, reason, changed, network);
    }

    /** To who speaks instead of who takes part. */
    Letters toSpeaker(Standing standing) {
        return new Letters(
                recipient,
                activity,
                sessions,
                now,
                reason,
                new RegistrationInfo(standing, Role.SPEAKER, null),
                network);
    }

    Letters with(SessionInfo... changed) {
        return new Letters(recipient, activity, List.of(changed), now, reason, registration, network);
    }

    /** The sessions are some of that many. */
    Letters outOf(int all) {
        return new Letters(recipient, activity.holding(all), sessions, now, reason, registration, network);
    }

    Letters writtenAt(String instant) {
        return new Letters(recipient, activity, sessions, Instant.parse(instant), reason, registration, network);
    }

    Letters because(String why) {
        return new Letters(recipient, activity, sessions, now, why, registration, network);
    }

    /** As the planner would hand it over: with the calendar entries and links that belong to the kind. */
    Letter letter(MailKind kind) {
        return switch (kind) {
            case CONFIRMATION, PROMOTION, SPEAKER_ACCEPTED -> letter(kind, requests(0), true);
            case ADDRESS_CHANGED -> letter(kind, requests(1), true);
            case CHANGED, SESSION_RESCHEDULED -> letter(kind, requests(1), true);
            case CANCELLATION,
                    TRANSFERRED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED -> letter(kind, cancels(2), false);
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
                    TRANSFER_OFFERED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    LINKS,
                    SPEAKER_INVITED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> letter(kind, List.of(), false);
            case ALREADY_REGISTERED, REMINDER -> letter(kind, List.of(), true);
        };
    }

    private RegistrationInfo registration(MailKind kind) {
        if (registration != null) {
            return registration;
        }
        Instant answerBy = now.plus(Duration.ofHours(50));
        return switch (kind) {
            case OPT_IN, TRANSFER_OFFERED, ADDRESS_PROVING ->
                new RegistrationInfo(Standing.UNPROVED, Role.PARTICIPANT, answerBy);
            case OFFER -> new RegistrationInfo(Standing.WAITLISTED, Role.PARTICIPANT, answerBy);
            case APPROVAL_REQUESTED -> new RegistrationInfo(Standing.REQUESTED, Role.PARTICIPANT, null);
            case INTEREST_NOTED, NOW_DATED, SUBSCRIBED ->
                new RegistrationInfo(Standing.INTERESTED, Role.PARTICIPANT, null);
            case NEW_IN_SERIES -> new RegistrationInfo(Standing.INTERESTED, Role.PARTICIPANT, null, series());
            case WAITLISTED -> new RegistrationInfo(Standing.WAITLISTED, Role.PARTICIPANT, null);
            case DECLINED, OFFER_LAPSED, CANCELLATION, TRANSFERRED ->
                new RegistrationInfo(Standing.CANCELLED, Role.PARTICIPANT, null);
            case SPEAKER_INVITED -> new RegistrationInfo(Standing.INVITED, Role.SPEAKER, null);
            case SPEAKER_ACCEPTED -> new RegistrationInfo(Standing.CONFIRMED, Role.SPEAKER, null);
            case SPEAKER_DECLINED, SPEAKER_WITHDRAWN -> new RegistrationInfo(Standing.CANCELLED, Role.SPEAKER, null);
            case CONFIRMATION,
                    PROMOTION,
                    CHANGED,
                    ALREADY_REGISTERED,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> new RegistrationInfo(Standing.CONFIRMED, Role.PARTICIPANT, null);
        };
    }

    Letter letter(MailKind kind, List<CalendarEntry> calendar, boolean joining) {
        return new Letter(
                kind,
                "9f2c6a1e.confirmation@example.org",
                kind.addressesByName() ? recipient : nameless(),
                registration(kind),
                activity,
                SHOWING_NO_SESSION.contains(kind) ? List.of() : sessions,
                calendar,
                new Links(
                        URI.create("http://localhost:8080/registrations/" + TOKEN),
                        joining ? joinLinks() : Map.of(),
                        null,
                        kind == MailKind.LINKS ? CALENDAR : null,
                        kind.topic() == null ? null : UNSUBSCRIBE),
                reason,
                kind == MailKind.SESSION_RESCHEDULED ? earlier(sessions.getFirst()) : null,
                kind == MailKind.RECORDING_AVAILABLE ? List.of(recording()) : List.of(),
                kind == MailKind.REMINDER ? Duration.ofDays(1) : null,
                kind == MailKind.LINKS ? held() : List.of(),
                kind == MailKind.MESSAGE ? message() : null,
                kind == MailKind.FOLLOW_UP ? new FollowUp(true, SURVEY) : null,
                network);
    }

    static MessageInfo message() {
        return new MessageInfo(
                Map.of("en", "What to bring on Monday", "fr", "À prévoir pour lundi"),
                Map.of(
                        "en",
                        "Please have one of your boxes at hand.\nAny box will do.\n\nThe plans: https://museum.example.org/plans?floor=1&room=2.",
                        "fr",
                        "Merci d’avoir une boîte à portée de main."));
    }

    /** What an organiser wrote, in the only language that they wrote it in. */
    Mail message(String language, String subject, String text) {
        Letter usual = letter(MailKind.MESSAGE);
        MessageInfo written = new MessageInfo(Map.of(language, subject), Map.of(language, text));
        return mail(but(usual, usual.links(), usual.recordings(), usual.held(), written));
    }

    Letter with(MailKind kind, RecordingInfo recording) {
        Letter usual = letter(kind);
        return but(usual, usual.links(), List.of(recording), usual.held(), usual.message());
    }

    /** Without a link of the recording's own. */
    Letter watchedAt(URI watch) {
        Letter usual = letter(MailKind.RECORDING_AVAILABLE);
        return but(
                usual,
                new Links(usual.links().manage(), Map.of(), watch, null, UNSUBSCRIBE),
                List.of(),
                usual.held(),
                usual.message());
    }

    Letter after(boolean came, @Nullable URI survey) {
        Letter usual = letter(MailKind.FOLLOW_UP);
        return new Letter(
                usual.kind(),
                usual.messageId(),
                usual.recipient(),
                usual.registration(),
                usual.activity(),
                usual.sessions(),
                usual.calendar(),
                usual.links(),
                usual.reason(),
                usual.previous(),
                usual.recordings(),
                usual.distance(),
                usual.held(),
                usual.message(),
                new FollowUp(came, survey),
                usual.network());
    }

    /** What is new in the series beside the activity itself. */
    Letter news(HeldInfo... others) {
        Letter usual = letter(MailKind.NEW_IN_SERIES);
        return but(usual, usual.links(), usual.recordings(), List.of(others), usual.message());
    }

    Letter links(List<HeldInfo> held) {
        Letter usual = letter(MailKind.LINKS);
        return but(usual, usual.links(), usual.recordings(), held, usual.message());
    }

    private static Letter but(
            Letter usual,
            Links links,
            List<RecordingInfo> recordings,
            List<HeldInfo> held,
            @Nullable MessageInfo message) {
        return new Letter(
                usual.kind(),
                usual.messageId(),
                usual.recipient(),
                usual.registration(),
                usual.activity(),
                usual.sessions(),
                usual.calendar(),
                links,
                usual.reason(),
                usual.previous(),
                recordings,
                usual.distance(),
                held,
                message,
                usual.followUp(),
                usual.network());
    }

    private Recipient nameless() {
        return new Recipient(
                recipient.registration(), recipient.email(), "", recipient.language(), recipient.timeZone());
    }

    /** One of each kind of standing. */
    List<HeldInfo> held() {
        Instant answerBy = now.plus(Duration.ofHours(50));
        return List.of(
                held(1, Standing.CONFIRMED, null, activity, conference()),
                held(2, Standing.WAITLISTED, null, activity, sessions.toArray(SessionInfo[]::new)),
                held(3, Standing.WAITLISTED, answerBy, activity, sessions.toArray(SessionInfo[]::new)),
                held(4, Standing.UNPROVED, answerBy, activity, sessions.toArray(SessionInfo[]::new)),
                held(5, Standing.INTERESTED, null, activity),
                held(6, Standing.INTERESTED, null, series()));
    }

    static HeldInfo held(
            int number, Standing standing, @Nullable Instant answerBy, ActivityInfo activity, SessionInfo... sessions) {
        return new HeldInfo(
                new RegistrationInfo(standing, Role.PARTICIPANT, answerBy),
                activity,
                false,
                List.of(sessions),
                manageLink(number));
    }

    static URI manageLink(int number) {
        return URI.create("http://localhost:8080/registrations/" + TOKEN + number);
    }

    List<CalendarEntry> requests(int sequence) {
        return sessions.stream()
                .map(session -> new CalendarEntry(session.id(), CalendarMethod.REQUEST, sequence))
                .toList();
    }

    List<CalendarEntry> cancels(int sequence) {
        return sessions.stream()
                .map(session -> new CalendarEntry(session.id(), CalendarMethod.CANCEL, sequence))
                .toList();
    }

    Map<UUID, URI> joinLinks() {
        return sessions.stream().collect(Collectors.toMap(SessionInfo::id, session -> joinLink(session.id())));
    }

    static URI joinLink(UUID session) {
        return URI.create("http://localhost:8080/join/" + TOKEN + "/" + session);
    }

    static RecordingInfo recording() {
        return recording(null);
    }

    static RecordingInfo recording(@Nullable Instant until) {
        return new RecordingInfo(
                UUID.fromString("0199b1c0-0000-7000-8000-0000000000c1"),
                "Caring for collections: the recording",
                URI.create("http://localhost:8080/watch/caring-for-collections?t=" + TOKEN),
                until);
    }

    Mail mail(MailKind kind) {
        return mail(letter(kind));
    }

    Mail mail(Letter letter) {
        return Mail.of(composing(now).compose(letter));
    }

    static Composing composing(Instant now) {
        return composing(now, FROM);
    }

    static Composing composing(Instant now, String from) {
        Session session = Session.getInstance(new Properties());
        return new Composing(session, Clock.fixed(now, ZoneOffset.UTC), new MailSettings(from));
    }

    static SessionInfo[] conference() {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(number -> session(
                        number,
                        "2027-03-2" + (number <= 3 ? 3 : 4) + "T" + (13 + number % 3) + ":00:00Z",
                        "2027-03-2" + (number <= 3 ? 3 : 4) + "T" + (13 + number % 3) + ":45:00Z",
                        "Europe/Lisbon"))
                .toArray(SessionInfo[]::new);
    }

    private static SessionInfo earlier(SessionInfo session) {
        return new SessionInfo(
                session.id(),
                session.title(),
                session.startsAt().minus(Duration.ofDays(7)),
                session.endsAt().minus(Duration.ofDays(7)),
                session.timeZone(),
                false,
                session.manner());
    }
}
