package museum.atrium.registration.programme;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** What is stored as the draft that would make it; its sessions are edited by themselves. */
@Mapper
interface DraftMapper {

    @Mapping(target = "capacity", source = "places.capacity")
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
    @Mapping(target = "sessions", ignore = true)
    @Mapping(target = "questions", source = "form.questions")
    @Mapping(target = "consents", source = "form.consents")
    @Mapping(target = "privacyNotice", source = "form.privacyNotice")
    @Mapping(target = "asksAccessibilityNeeds", source = "form.asksNeeds")
    @Mapping(target = "cover", source = "presentation.cover")
    @Mapping(target = "accessibility", source = "presentation.accessibility")
    ActivityDraft toDraft(Activity activity);

    @Mapping(target = "capacity", source = "places.capacity")
    @Mapping(target = "selfPaced", source = "format.selfPaced")
    @Mapping(target = "language", source = "format.language")
    @Mapping(target = "interpretation", source = "format.interpretation")
    @Mapping(target = "materials", source = "format.materials")
    SessionDraft toDraft(Session session);

    default Map<String, @Nullable String> texts(LocalizedText text) {
        return new java.util.TreeMap<>(text.byLanguage());
    }

    default String zone(ZoneId zone) {
        return zone.getId();
    }

    default @Nullable String address(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    default String distance(ReminderDistance distance) {
        return distance.text();
    }

    default @Nullable String period(@Nullable Retention retention) {
        return retention == null ? null : retention.toString();
    }
}
