package museum.atrium.notification.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.notification.pausing.HoldingBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Finds out what of a claim is to be sent now, and sees to it that the rest is recorded. */
@Component
class Preparing {

    private static final Logger log = LoggerFactory.getLogger(Preparing.class);

    private final HoldingBack holdingBack;
    private final Checking checking;
    private final Pacing pacing;
    private final Retrying retrying;
    private final Marks marks;

    Preparing(HoldingBack holdingBack, Checking checking, Pacing pacing, Retrying retrying, Marks marks) {
        this.holdingBack = holdingBack;
        this.checking = checking;
        this.pacing = pacing;
        this.retrying = retrying;
        this.marks = marks;
    }

    List<Ready> prepare(Claim claim) throws InterruptedException {
        try {
            Collection<Delivery> free = free(claim);
            return free.isEmpty() ? List.of() : pacing.now(check(free, claim.id()), claim.id());
        } catch (DataAccessException | TransactionException databaseAway) {
            marks.add(new Mark.GivenBack(claim.deliveries(), claim.id()));
            marks.add(new Mark.Done(claim.id()));
            throw databaseAway;
        }
    }

    private Collection<Delivery> free(Claim claim) {
        Set<Long> heldBack =
                holdingBack.from(claim.deliveries().stream().map(Delivery::id).collect(Collectors.toSet()), claim.id());
        return claim.deliveries().stream()
                .filter(delivery -> !heldBack.contains(delivery.id()))
                .toList();
    }

    private List<Ready> check(Collection<Delivery> deliveries, long claim) throws InterruptedException {
        try {
            return checking.check(deliveries, claim);
        } catch (DataAccessException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException oneOfThem) {
            log.debug("Claim {} cannot be checked as a whole", claim, oneOfThem);
            return checkOneByOne(deliveries, claim);
        }
    }

    /** One delivery that breaks its check must not keep the others from theirs. */
    private List<Ready> checkOneByOne(Collection<Delivery> deliveries, long claim) throws InterruptedException {
        List<Ready> ready = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            try {
                ready.addAll(checking.check(List.of(delivery), claim));
            } catch (DataAccessException | TransactionException databaseAway) {
                throw databaseAway;
            } catch (RuntimeException failure) {
                // Without its message, which may hold what the mail would have said.
                log.error(
                        "Delivery {} ({}) cannot be prepared and is tried again later: {} at {}",
                        delivery.id(),
                        delivery.kind(),
                        failure.getClass().getName(),
                        failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
                Outcome outcome = new Outcome.Deferred("the mail could not be prepared");
                marks.add(retrying.mark(delivery, claim, outcome).orElseThrow());
            }
        }
        return ready;
    }

    /** What was not sent after all did not use up its pace. */
    void giveBack(Collection<Ready> unsent) {
        pacing.giveBack(unsent);
    }
}
