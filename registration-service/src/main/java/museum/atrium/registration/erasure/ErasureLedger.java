package museum.atrium.registration.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters what was erased, in the transaction that did it, and asks the other services to do the same. */
@Component
public class ErasureLedger {

    /** So many ids are still far less than an event may hold. */
    private static final int MOST_PER_PART = 500;

    private final Erasures erasures;
    private final AddressSeal seal;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    ErasureLedger(Erasures erasures, AddressSeal seal, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.erasures = erasures;
        this.seal = seal;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whoever is signed in has asked for it, else the person themselves by a link of theirs.
     *
     * @param addressKey whose data it was to be, as addresses are compared; null: it was not asked for by address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ErasureId enter(ErasureSubject subject, @Nullable String addressKey, Erased erased) {
        ErasureId erasure = new ErasureId(ids.next());
        erasures.insert(
                erasure,
                subject,
                addressKey == null ? null : seal.of(addressKey),
                clock.instant(),
                OrganizerAccount.current().orElse(null),
                erased.deleted());
        ask(erasure, erased);
        return erasure;
    }

    /**
     * What goes at the end of an activity's period goes in portions: one erasure, which grows until the last of them.
     *
     * @param last whether nothing more is to go
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enterExpired(ActivityId activity, Erased portion, boolean last) {
        ErasureId erasure = erasures.goingOn(activity).orElseGet(() -> {
            ErasureId begun = new ErasureId(ids.next());
            erasures.begin(begun, activity, clock.instant());
            return begun;
        });
        erasures.grow(erasure, portion.deleted(), last);
        ask(erasure, portion);
    }

    private void ask(ErasureId erasure, Erased erased) {
        List<UUID> all = new ArrayList<>(erased.addresses().keySet());
        for (int from = 0; from < all.size(); from += MOST_PER_PART) {
            List<UUID> some = List.copyOf(all.subList(from, Math.min(from + MOST_PER_PART, all.size())));
            UUID part = ids.next();
            erasures.insertPart(
                    part,
                    erasure,
                    some,
                    some.stream()
                            .map(id -> seal.of(erased.addresses().getOrDefault(id, "")))
                            .toList());
            events.publishEvent(new ErasureAsked(part, erasure, some));
        }
    }
}
