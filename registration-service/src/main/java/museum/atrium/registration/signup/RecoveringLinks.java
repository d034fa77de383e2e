package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the owner of an address told the links to all that they are registered for, and to the calendar of it: one mail, sent for
 * the newest.
 */
@Component
class RecoveringLinks {

    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(5);

    private final Registrations registrations;
    private final CalendarFeeds feeds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecoveringLinks(Registrations registrations, CalendarFeeds feeds, ApplicationEventPublisher events, Clock clock) {
        this.registrations = registrations;
        this.feeds = feeds;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void tell(String addressKey) {
        Instant now = clock.instant();
        registrations.ofAddress(addressKey, 1).stream()
                .flatMap(newest -> registrations.lock(newest.id()).stream())
                .filter(newest -> newest.isActive() && !newest.wasToldWithin(BETWEEN_MAILS, now))
                .map(newest -> newest.toldAgain(Occasion.LINKS_ASKED, now))
                .forEach(told -> {
                    registrations.update(List.of(told));
                    events.publishEvent(RegistrationsChanged.linksAsked(told, feeds.of(addressKey, now)));
                });
    }
}
