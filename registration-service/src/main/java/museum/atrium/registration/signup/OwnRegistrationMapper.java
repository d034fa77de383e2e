package museum.atrium.registration.signup;

import static java.util.Objects.requireNonNullElse;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.signup.OwnRegistrationView.ActivityView;
import museum.atrium.registration.signup.OwnRegistrationView.MaterialView;
import museum.atrium.registration.signup.OwnRegistrationView.SessionView;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows a registration in its owner's language. */
@Mapper
interface OwnRegistrationMapper {

    @Mapping(target = "status", expression = "java(registration.status())")
    @Mapping(target = "pendingFor", expression = "java(registration.standing().pendingFor())")
    @Mapping(target = "answerBy", expression = "java(registration.standing().answerBy())")
    @Mapping(target = "registeredAt", source = "registration.history.registeredAt")
    @Mapping(target = "takeover", source = "registration.takeover.as")
    @Mapping(target = "confirmedAt", expression = "java(registration.standing().confirmedAt())")
    @Mapping(target = "activity", expression = "java(activity(activity, wanted))")
    @Mapping(target = "formVersion", source = "registration.choice.answers.version")
    @Mapping(target = "answers", source = "registration.choice.answers.answers")
    @Mapping(target = "consents", source = "registration.choice.answers.consents")
    @Mapping(target = "accessibilityNeeds", source = "registration.choice.answers.needs")
    @Mapping(target = "email", source = "registration.choice.person.email.text")
    @Mapping(target = "name", source = "registration.choice.person.name")
    @Mapping(target = "locale", source = "registration.choice.person.language")
    @Mapping(target = "timeZone", source = "registration.choice.person.timeZone")
    @Mapping(target = "country", source = "registration.choice.person.country")
    @Mapping(target = "affiliation", source = "registration.choice.person.affiliation")
    @Mapping(target = "sessions", expression = "java(sessions(registration, activity, wanted))")
    OwnRegistrationView toView(Registration registration, Activity activity, @Context List<LanguageRange> wanted);

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default ActivityView activity(Activity activity, List<LanguageRange> wanted) {
        return new ActivityView(
                activity.slug(),
                activity.kind(),
                activity.title().in(wanted, activity.language()),
                activity.status().name());
    }

    default List<SessionView> sessions(Registration registration, Activity activity, List<LanguageRange> wanted) {
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> new SessionView(
                        session.id(),
                        activity.titleOf(session).in(wanted, activity.language()),
                        session.startsAt(),
                        session.endsAt(),
                        session.timeZone().getId(),
                        session.status(),
                        registration.includes(session.id()),
                        session.format().selfPaced(),
                        requireNonNullElse(session.format().language(), activity.language()),
                        session.format().interpretation(),
                        registration.clashes(activity, session),
                        materials(registration, activity, session, wanted)))
                .toList();
    }

    default List<MaterialView> materials(
            Registration registration, Activity activity, Session session, List<LanguageRange> wanted) {
        return registration.materials(session).stream()
                .map(material -> new MaterialView(
                        material.kind(),
                        material.title().in(wanted, activity.language()),
                        material.url(),
                        material.language()))
                .toList();
    }
}
