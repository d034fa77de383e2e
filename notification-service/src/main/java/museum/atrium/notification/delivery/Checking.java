package museum.atrium.notification.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.Letter;
import museum.atrium.notification.composing.MailKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the world just before sending: what is not true any more is dropped, the rest is written from what is known
 * now, and what it tells is remembered before anybody is told.
 */
@Component
class Checking {

    private final Facts facts;
    private final Relevance relevance;
    private final Telling telling;
    private final Letters letters;
    private final Tellings tellings;

    Checking(Facts facts, Relevance relevance, Telling telling, Letters letters, Tellings tellings) {
        this.facts = facts;
        this.relevance = relevance;
        this.telling = telling;
        this.letters = letters;
        this.tellings = tellings;
    }

    @Transactional
    public List<Ready> check(Collection<Delivery> deliveries, long claim) {
        List<Ready> ready = new ArrayList<>();
        List<Case> cases = facts.of(deliveries);
        dropWithoutRegistration(deliveries, cases, claim);
        for (Case subject : cases) {
            if (relevance.mustWait(subject)) {
                tellings.postpone(subject.delivery(), claim);
            } else {
                relevance
                        .objection(subject)
                        .ifPresentOrElse(
                                reason -> tellings.drop(subject.delivery(), claim, reason),
                                () -> ready.add(write(subject)));
            }
        }
        tellings.save(cases.stream().map(Case::memory).distinct().toList());
        return ready;
    }

    /** Claimed just before, or planned just after its registration was erased. */
    private void dropWithoutRegistration(Collection<Delivery> deliveries, List<Case> cases, long claim) {
        Set<Delivery> known = cases.stream().map(Case::delivery).collect(Collectors.toSet());
        deliveries.stream()
                .filter(delivery -> !known.contains(delivery))
                .forEach(delivery -> tellings.drop(delivery, claim, "the registration was erased"));
    }

    private Ready write(Case subject) {
        Letter letter = letters.write(subject, telling.tell(subject));
        if (subject.delivery().kind() != MailKind.RECORDING_AVAILABLE) {
            tellings.toldOf(subject.person(), letters.recordings(subject));
        }
        return new Ready(subject.delivery(), letter);
    }
}
