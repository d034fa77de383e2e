package museum.atrium.registration.signup;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Asks the owner of another address whether they want a registration's place, or its mails. Until they say yes, nothing
 * changes; who asks learns nothing of whether the address is known.
 */
@Component
class OfferingTakeover {

    private static final Duration BETWEEN_REPEATS = Duration.ofHours(1);

    private final Seats seats;
    private final Registrations registrations;
    private final TakeoverTerms terms;
    private final AdmissionDesk desk;
    private final ApplicationEventPublisher events;

    OfferingTakeover(
            Seats seats,
            Registrations registrations,
            TakeoverTerms terms,
            AdmissionDesk desk,
            ApplicationEventPublisher events) {
        this.seats = seats;
        this.registrations = registrations;
        this.terms = terms;
        this.desk = desk;
        this.events = events;
    }

    /**
     * Takes back what was offered to another address before.
     *
     * @throws Refusal if this registration cannot be taken over by somebody at that address
     */
    void offer(Registration found, Person newcomer, Takeover.As as) {
        seats.under(found, giver -> {
            terms.check(giver, newcomer.email(), as);
            Takeover takeover = new Takeover(giver.registration().id(), as);
            withdraw(takeover.from(), newcomer.email());
            ask(giver, newcomer, takeover);
            return as == Takeover.As.NEW_ADDRESS
                    ? giver.registration().told(Occasion.ADDRESS_ASKED)
                    : giver.registration();
        });
    }

    private void withdraw(RegistrationId giver, EmailAddress unless) {
        List<RegistrationId> earlier = registrations.lockTakeovers(giver).stream()
                .filter(offered -> !offered.person().email().key().equals(unless.key()))
                .map(Registration::id)
                .toList();
        if (!earlier.isEmpty()) {
            registrations.erase(earlier);
            events.publishEvent(new RegistrationsErased(earlier));
        }
    }

    private void ask(Seats.Open giver, Person newcomer, Takeover takeover) {
        Registration known = registrations
                .lockByAddress(
                        new UUID[] {giver.registration().activity().value()},
                        new String[] {newcomer.email().key()})
                .stream()
                .findFirst()
                .orElse(null);
        if (known != null && known.isActive() && known.takeover() == null) {
            tellAgain(known, giver);
            return;
        }
        Choice choice = new Choice(newcomer, giver.registration().sessions(), Answers.NONE);
        Registration asked = desk.ask(giver.registration().activity(), known, choice, takeover);
        if (known == null) {
            registrations.insert(List.of(asked));
        } else {
            registrations.update(List.of(asked));
        }
        events.publishEvent(RegistrationsChanged.one(asked, takeover.as().asked(), true));
    }

    /** Whoever is in already keeps what they have, and is told as anybody who signs up twice. */
    private void tellAgain(Registration known, Seats.Open giver) {
        if (!known.wasToldWithin(BETWEEN_REPEATS, giver.now())) {
            Registration told = known.toldAgain(Occasion.REPEATED, giver.now());
            registrations.update(List.of(told));
            events.publishEvent(RegistrationsChanged.one(told, Occasion.REPEATED, false));
        }
    }
}
