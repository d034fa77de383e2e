package museum.atrium.registration.signup;

import java.time.ZoneId;
import museum.atrium.registration.reachability.Reach;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface OrganizerRegistrationMapper {

    @Mapping(target = "id", source = "registration.id")
    @Mapping(target = "status", expression = "java(registration.status())")
    @Mapping(target = "pendingFor", expression = "java(registration.standing().pendingFor())")
    @Mapping(target = "answerBy", expression = "java(registration.standing().answerBy())")
    @Mapping(target = "placeInLine", expression = "java(registration.standing().placeInLine())")
    @Mapping(target = "confirmedAt", expression = "java(registration.standing().confirmedAt())")
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
    @Mapping(target = "sessions", source = "registration.choice.sessions")
    @Mapping(target = "attended", source = "registration.history.attended")
    @Mapping(target = "registeredAt", source = "registration.history.registeredAt")
    @Mapping(target = "reach", source = "reach")
    OrganizerRegistration toOrganizer(Registration registration, Reach reach);

    default String zone(ZoneId zone) {
        return zone.getId();
    }
}
