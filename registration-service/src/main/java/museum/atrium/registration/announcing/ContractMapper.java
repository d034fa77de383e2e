package museum.atrium.registration.announcing;

import static java.util.stream.Collectors.toMap;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import museum.atrium.registration.announcing.ActivityContract.SessionContract;
import museum.atrium.registration.messages.Message;
import museum.atrium.registration.networks.Network;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.ReminderDistance;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.reminders.ReminderDue;
import museum.atrium.registration.signup.CalendarFeedId;
import museum.atrium.registration.signup.Occasion;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.Standing;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From what happened here to what others may know of it. */
@Mapper
interface ContractMapper {

    @Mapping(target = "sessions", expression = "java(sessions(activity))")
    @Mapping(target = "placeOffers", source = "signUp.placeOffers")
    @Mapping(target = "network", source = "network.id")
    ActivityContract toContract(Activity activity);

    @Mapping(target = "title", source = "title")
    @Mapping(target = "selfPaced", source = "session.format.selfPaced")
    @Mapping(target = "language", source = "session.format.language")
    @Mapping(target = "interpretation", source = "session.format.interpretation")
    @Mapping(target = "attendanceSettledAt", source = "session.attendanceSettledAt")
    SessionContract toContract(Session session, LocalizedText title);

    default List<SessionContract> sessions(Activity activity) {
        return activity.sessions().stream()
                .map(session -> toContract(session, activity.titleOf(session)))
                .toList();
    }

    @Mapping(target = "id", source = "registration.id.value")
    @Mapping(target = "role", constant = "PARTICIPANT")
    @Mapping(target = "status", expression = "java(registration.standing().status().name())")
    @Mapping(target = "pendingFor", expression = "java(pendingFor(registration))")
    @Mapping(target = "answerBy", expression = "java(registration.standing().answerBy())")
    @Mapping(target = "confirmedAt", expression = "java(registration.standing().confirmedAt())")
    @Mapping(target = "revision", source = "registration.history.revision")
    @Mapping(target = "sessions", source = "registration.choice.sessions")
    @Mapping(target = "registeredAt", source = "registration.history.registeredAt")
    @Mapping(target = "occasions", source = "registration.history.occasions")
    @Mapping(target = "attended", source = "registration.history.attended")
    @Mapping(target = "calendar", source = "calendar.value")
    RegistrationContract toContract(Registration registration, @Nullable CalendarFeedId calendar);

    @Mapping(target = "registration", source = "id.value")
    @Mapping(target = "email", source = "choice.person.email.text")
    @Mapping(target = "name", source = "choice.person.name")
    @Mapping(target = "language", source = "choice.person.language")
    @Mapping(target = "timeZone", source = "choice.person.timeZone")
    @Mapping(target = "revision", source = "history.revision")
    ContactContract toContact(Registration registration);

    ReminderContract toContract(ReminderDue reminder);

    MessageContract toContract(Message message, int part, int parts, List<RegistrationId> registrations);

    default UUID id(RegistrationId id) {
        return id.value();
    }

    default @Nullable String pendingFor(Registration registration) {
        Standing.PendingFor pendingFor = registration.standing().pendingFor();
        return pendingFor == null ? null : pendingFor.name();
    }

    @Mapping(target = ".", source = "profile")
    @Mapping(target = "page", expression = "java(\"/networks/\" + network.profile().slug())")
    NetworkContract toContract(Network network);

    default UUID id(ActivityId id) {
        return id.value();
    }

    default UUID id(SessionId id) {
        return id.value();
    }

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default Map<String, String> texts(LocalizedText text) {
        return text.byLanguage();
    }

    default String distance(ReminderDistance distance) {
        return distance.text();
    }

    default Map<String, Long> occasions(Map<Occasion, Long> occasions) {
        return occasions.entrySet().stream()
                .collect(toMap(entry -> entry.getKey().wireName(), Map.Entry::getValue, Math::max, TreeMap::new));
    }

    default @Nullable List<UUID> sessions(@Nullable Set<SessionId> sessions) {
        return sessions == null
                ? null
                : sessions.stream()
                        .map(SessionId::value)
                        .sorted(Comparator.naturalOrder())
                        .toList();
    }
}
