package museum.atrium.registration.signup;

import java.time.ZoneId;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface OrganizerRegistrationMapper {

    @Mapping(target = "status", expression = "java(registration.status())")
    @Mapping(target = "pendingFor", expression = "java(registration.standing().pendingFor())")
    @Mapping(target = "answerBy", expression = "java(registration.standing().answerBy())")
    @Mapping(target = "placeInLine", expression = "java(registration.standing().placeInLine())")
    @Mapping(target = "confirmedAt", expression = "java(registration.standing().confirmedAt())")
    @Mapping(target = "formVersion", source = "choice.answers.version")
    @Mapping(target = "answers", source = "choice.answers.answers")
    @Mapping(target = "consents", source = "choice.answers.consents")
    @Mapping(target = "accessibilityNeeds", source = "choice.answers.needs")
    @Mapping(target = "email", source = "choice.person.email.text")
    @Mapping(target = "name", source = "choice.person.name")
    @Mapping(target = "locale", source = "choice.person.language")
    @Mapping(target = "timeZone", source = "choice.person.timeZone")
    @Mapping(target = "country", source = "choice.person.country")
    @Mapping(target = "affiliation", source = "choice.person.affiliation")
    @Mapping(target = "sessions", source = "choice.sessions")
    @Mapping(target = "attended", source = "history.attended")
    @Mapping(target = "registeredAt", source = "history.registeredAt")
    OrganizerRegistration toOrganizer(Registration registration);

    default String zone(ZoneId zone) {
        return zone.getId();
    }
}
