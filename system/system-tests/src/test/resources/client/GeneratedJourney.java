package museum.atrium.system.client;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import museum.atrium.client.registration.ApiClient;
import museum.atrium.client.registration.DefaultApi;
import museum.atrium.client.registration.model.ActivityDraft;
import museum.atrium.client.registration.model.ActivityStatistics;
import museum.atrium.client.registration.model.Kind;
import museum.atrium.client.registration.model.OrganizerRegistration;
import museum.atrium.client.registration.model.RegistrationPage;
import museum.atrium.client.registration.model.SessionDraft;
import museum.atrium.client.registration.model.SignUp;
import museum.atrium.system.surface.Person;

/** Compiled by the test together with the client that it generates. */
public final class GeneratedJourney implements ClientJourney {

    private static final OffsetDateTime STARTS = OffsetDateTime.parse("2030-03-01T14:00:00Z");

    @Override
    public Result go(URI origin, String password, String slug, Person person) throws Exception {
        ApiClient signedIn = client(origin);
        signedIn.setUsername("organizer");
        signedIn.setPassword(password);
        DefaultApi organizer = new DefaultApi(signedIn);
        organizer.draftActivity(new ActivityDraft()
                .slug(slug)
                .kind(Kind.WEBINAR)
                .title(Map.of("en", "With a generated client"))
                .addSessionsItem(new SessionDraft()
                        .startsAt(STARTS)
                        .endsAt(STARTS.plusHours(1))
                        .timeZone("Europe/Paris")));
        organizer.publishActivity(slug, null);

        String signUp = new DefaultApi(client(origin))
                .signUp(slug, new SignUp().name(person.name()).email(person.email()), null, null)
                .getStatus()
                .getValue();

        RegistrationPage list =
                organizer.listRegistrations(slug, null, null, null, null, null, null, null, null, null);
        OrganizerRegistration listed = list.getItems().getFirst();
        ActivityStatistics statistics = organizer.activityStatistics(slug, null);
        return new Result(
                signUp,
                list.getTotal(),
                listed.getEmail(),
                listed.getStatus().getValue(),
                statistics.getRegistrations().getConfirmed());
    }

    private static ApiClient client(URI origin) {
        ApiClient client = new ApiClient();
        client.setBasePath(origin.toString());
        return client;
    }
}
