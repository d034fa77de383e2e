package museum.atrium.registration.signup;

import java.util.List;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the link to the calendar of all that an address is registered for. */
@Component
public class OpeningFeeds {

    /** A calendar shows what is to come, and what was some while ago. */
    private static final int MOST = 500;

    private final CalendarFeeds feeds;
    private final Registrations registrations;
    private final SignedLinks feedLinks;

    OpeningFeeds(CalendarFeeds feeds, Registrations registrations, @Qualifier("feedLinks") SignedLinks feedLinks) {
        this.feeds = feeds;
        this.registrations = registrations;
        this.feedLinks = feedLinks;
    }

    /**
     * The newest registrations that the address has, of any state, newest first.
     *
     * @throws Refusal 404, whatever it is that makes the token worthless
     */
    @Transactional(readOnly = true)
    public List<Registration> byFeedToken(String token) {
        Optional<SignedLink> link = feedLinks.open(token);
        return link.flatMap(opened -> feeds.addressOf(new CalendarFeedId(opened.subject())))
                .map(address -> registrations.everyOfAddress(address, MOST))
                .orElseThrow(
                        () -> Refusal.notFound(
                                "This link is not valid. Ask for your links anew, and take it from the newest mail, as a whole."));
    }
}
