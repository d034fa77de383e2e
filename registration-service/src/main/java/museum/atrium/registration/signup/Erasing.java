package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.registration.erasure.Erased;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.erasure.ErasureLedger;
import museum.atrium.registration.erasure.ErasureSubject;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person's registration on their wish, here and by tombstones everywhere else, with the addresses to which they
 * would have given it; their place goes to the next in line.
 */
@Component
public class Erasing {

    private final Seatings seatings;
    private final Registrations registrations;
    private final Waitlist waitlist;
    private final Deleting deleting;
    private final ErasureLedger ledger;

    Erasing(
            Seatings seatings,
            Registrations registrations,
            Waitlist waitlist,
            Deleting deleting,
            ErasureLedger ledger) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.waitlist = waitlist;
        this.deleting = deleting;
        this.ledger = ledger;
    }

    /** @return empty: there is no such registration */
    @Transactional
    public Optional<ErasureId> erase(RegistrationId id) {
        return registrations.find(id).map(this::erase);
    }

    /** What somebody else erased meanwhile is erased. */
    @Transactional
    public ErasureId erase(Registration found) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        Erased erased = forget(seating, registrations.lock(found.id()).stream().toList());
        erased = erased.and(deleting.forgetCalendars(erased.addresses().values()));
        return ledger.enter(ErasureSubject.REGISTRATION, null, erased);
    }

    /** All of an address's for this activity, whatever their state; whoever calls it enters that into the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseAll(ActivityId activity, String addressKey) {
        Seating seating = seatings.lock(activity).orElseThrow();
        return forget(seating, registrations.lockByAddress(new UUID[] {activity.value()}, new String[] {addressKey}));
    }

    /**
     * About {@code most} of an activity's, whatever their state.
     *
     * @param before what is done about them while they are there still
     * @return nothing: there are none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseSome(ActivityId activity, int most, Consumer<List<RegistrationId>> before) {
        Seating seating = seatings.lock(activity).orElseThrow();
        List<Registration> some = registrations.lockSome(activity, most);
        before.accept(some.stream().map(Registration::id).toList());
        Erased erased = deleting.forget(some);
        release(seating, some);
        return erased;
    }

    /** The codes of an activity that were made for somebody. The caller holds its lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseCodes(ActivityId activity) {
        return deleting.forgetCodes(activity);
    }

    /** The codes that were made for this address. The caller holds the locks of their activities. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseCodes(String addressKey) {
        return deleting.forgetCodes(addressKey);
    }

    /** The calendar of all that this address is registered for, once that is nothing any more; after everything else of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseCalendar(String addressKey) {
        return deleting.forgetCalendars(List.of(addressKey));
    }

    private Erased forget(Seating seating, List<Registration> own) {
        List<Registration> all = new ArrayList<>(own);
        own.stream()
                .flatMap(registration -> registrations.lockTakeovers(registration.id()).stream())
                .filter(takeover -> own.stream().noneMatch(one -> one.id().equals(takeover.id())))
                .forEach(all::add);
        Erased erased = deleting.forget(all);
        release(seating, own);
        return erased;
    }

    private void release(Seating seating, List<Registration> erased) {
        List<Registration> seated =
                erased.stream().filter(one -> one.standing().holdsPlace()).toList();
        seated.forEach(one -> seating.release(one.sessions()));
        if (!seated.isEmpty()) {
            waitlist.moveUp(seating);
        }
    }
}
