package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.programme.PublicActivity.Item;
import museum.atrium.registration.programme.PublicActivity.PublicAccessibility;
import museum.atrium.registration.programme.PublicActivity.PublicMaterial;
import museum.atrium.registration.programme.PublicActivity.PublicNetwork;
import museum.atrium.registration.programme.PublicActivity.PublicOrganization;
import museum.atrium.registration.programme.PublicActivity.PublicPicture;
import museum.atrium.registration.programme.PublicActivity.PublicSession;
import museum.atrium.registration.programme.PublicActivity.SignUp;
import museum.atrium.registration.recordings.PublishedRecording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows activities to everyone, in the language that the reader asks for. */
@Component
class PublicView {

    private final Clock clock;
    private final URI publicUrl;

    PublicView(Clock clock, RegistrationSettings settings) {
        this.clock = clock;
        this.publicUrl = settings.publicUrl();
    }

    Item item(Activity activity, List<PublishedRecording> recordings, List<LanguageRange> wanted) {
        Series series = activity.series();
        return new Item(
                activity.slug(),
                activity.kind(),
                activity.language(),
                activity.title().in(wanted, activity.language()),
                activity.summary().in(wanted, activity.language()),
                activity.status(),
                activity.startsAt().orElse(null),
                activity.endsAt().orElse(null),
                activity.scheduledSessions().stream()
                        .findFirst()
                        .map(first -> first.timeZone().getId())
                        .orElse(null),
                series == null ? null : series.slug(),
                series == null ? null : series.title().in(wanted, activity.language()),
                PublicNetwork.of(activity.network()),
                picture(activity.presentation().cover(), activity, wanted),
                new SignUp(
                        activity.signUpState(clock.instant()),
                        activity.places().capacity(),
                        activity.places().remaining(),
                        activity.signUp().opensAt(),
                        activity.signUp().closesAt(),
                        activity.signUp().invitationOnly(),
                        activity.signUp().approval()),
                recordings.stream().map(this::recording).toList());
    }

    PublicActivity detail(Activity activity, List<PublishedRecording> recordings, List<LanguageRange> wanted) {
        PublicForm form = new PublicForm(activity.form(), wanted, activity.language());
        return new PublicActivity(
                item(activity, recordings, wanted),
                activity.sessions().stream()
                        .sorted(Comparator.comparing(Session::startsAt))
                        .map(session -> session(activity, session, wanted))
                        .toList(),
                activity.organizations().stream()
                        .map(organization -> new PublicOrganization(
                                organization.name(),
                                organization.role(),
                                organization.website(),
                                picture(organization.logo(), activity, wanted)))
                        .toList(),
                activity.speakers(),
                activity.speakerCountries(),
                new PublicAccessibility(
                        activity.presentation().accessibility().offers(),
                        activity.presentation().accessibility().note().in(wanted, activity.language())),
                form.questions(),
                form.consents(),
                form.privacyNotice(),
                activity.form().asksNeeds(),
                activity.certificates() != null,
                activity.cancellationReason());
    }

    private static PublicSession session(Activity activity, Session session, List<LanguageRange> wanted) {
        return new PublicSession(
                session.id(),
                activity.titleOf(session).in(wanted, activity.language()),
                session.startsAt(),
                session.endsAt(),
                session.timeZone().getId(),
                session.status(),
                session.places().capacity(),
                session.places().remaining(),
                session.format().selfPaced(),
                requireNonNullElse(session.format().language(), activity.language()),
                session.format().interpretation(),
                activity.clashesWith(session),
                session.format().materials().stream()
                        .filter(material -> material.access() == Material.Access.PUBLIC)
                        .map(material -> new PublicMaterial(
                                material.kind(),
                                material.title().in(wanted, activity.language()),
                                material.url(),
                                material.language()))
                        .toList());
    }

    private static @Nullable PublicPicture picture(
            @Nullable Picture picture, Activity activity, List<LanguageRange> wanted) {
        return picture == null
                ? null
                : new PublicPicture(picture.url(), picture.alt().in(wanted, activity.language()));
    }

    private PublicActivity.Recording recording(PublishedRecording recording) {
        return new PublicActivity.Recording(
                recording.title(),
                recording.language(),
                recording.access(),
                URI.create(publicUrl + recording.watchPath()));
    }
}
