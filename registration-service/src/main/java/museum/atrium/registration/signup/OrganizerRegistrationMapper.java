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
    @Mapping(target = "formVersion", source = "answers.version")
    @Mapping(target = "answers", source = "answers.answers")
    @Mapping(target = "consents", source = "answers.consents")
    @Mapping(target = "accessibilityNeeds", source = "answers.needs")
    @Mapping(target = "email", source = "person.email.text")
    @Mapping(target = "name", source = "person.name")
    @Mapping(target = "locale", source = "person.language")
    @Mapping(target = "timeZone", source = "person.timeZone")
    @Mapping(target = "country", source = "person.country")
    @Mapping(target = "affiliation", source = "person.affiliation")
    OrganizerRegistration toOrganizer(Registration registration);

    default String zone(ZoneId zone) {
        return zone.getId();
    }
}
