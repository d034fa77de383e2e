package museum.atrium.system.client;

import java.net.URI;
import museum.atrium.system.surface.Person;

/** What a program does that was written against the generated client. */
public interface ClientJourney {

    /** @param signUp what the sign-up came to */
    record Result(String signUp, long listed, String address, String statusListed, int confirmed) {}

    /**
     * Drafts and publishes an activity, signs somebody up, lists who is registered, and reads the statistics.
     *
     * @param password the organiser's
     */
    Result go(URI origin, String password, String slug, Person person) throws Exception;
}
