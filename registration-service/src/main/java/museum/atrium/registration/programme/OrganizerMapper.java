package museum.atrium.registration.programme;

import java.time.ZoneId;
import museum.atrium.registration.programme.OrganizerActivity.OrganizerSession;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface OrganizerMapper {

    @Mapping(target = "capacity", source = "places.capacity")
    @Mapping(target = "taken", source = "places.taken")
    @Mapping(target = "series", source = "series.slug")
    @Mapping(target = "network", source = "network.slug")
    @Mapping(target = "waitlist", source = "signUp.waitlist")
    @Mapping(target = "doubleOptIn", source = "signUp.doubleOptIn")
    @Mapping(target = "approval", source = "signUp.approval")
    @Mapping(target = "invitationOnly", source = "signUp.invitationOnly")
    @Mapping(target = "allowedDomains", source = "signUp.allowedDomains")
    @Mapping(target = "placeOffers", source = "signUp.placeOffers")
    @Mapping(target = "registrationOpensAt", source = "signUp.opensAt")
    @Mapping(target = "registrationClosesAt", source = "signUp.closesAt")
    @Mapping(target = "formVersion", source = "form.version")
    @Mapping(target = "questions", source = "form.questions")
    @Mapping(target = "consents", source = "form.consents")
    @Mapping(target = "privacyNotice", source = "form.privacyNotice")
    @Mapping(target = "asksAccessibilityNeeds", source = "form.asksNeeds")
    @Mapping(target = "cover", source = "presentation.cover")
    @Mapping(target = "accessibility", source = "presentation.accessibility")
    OrganizerActivity toOrganizer(Activity activity);

    @Mapping(target = "capacity", source = "places.capacity")
    @Mapping(target = "taken", source = "places.taken")
    @Mapping(target = "selfPaced", source = "format.selfPaced")
    @Mapping(target = "language", source = "format.language")
    @Mapping(target = "interpretation", source = "format.interpretation")
    @Mapping(target = "materials", source = "format.materials")
    OrganizerSession toOrganizer(Session session);

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default @Nullable String period(@Nullable Retention retention) {
        return retention == null ? null : retention.toString();
    }
}
