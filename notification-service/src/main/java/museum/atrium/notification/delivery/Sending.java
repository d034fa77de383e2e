package museum.atrium.notification.delivery;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import museum.atrium.notification.audience.AddressKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what was claimed, one mail after the other, and sees to it that each gets its mark. */
@Component
class Sending {

    /** How a claim ended: what was not sent was given back. */
    record Result(int sent, int givenBack, boolean serverReached) {}

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    private final Preparing preparing;
    private final Writing writing;
    private final Retrying retrying;
    private final Marks marks;
    private final Turns turns;

    Sending(Preparing preparing, Writing writing, Retrying retrying, Marks marks, Turns turns) {
        this.preparing = preparing;
        this.writing = writing;
        this.retrying = retrying;
        this.marks = marks;
        this.turns = turns;
    }

    Result send(Claim claim, Connection connection, BooleanSupplier stopping) throws InterruptedException {
        Remainder left = new Remainder(preparing.prepare(claim));
        int sent = 0;
        try (Turns.Turn turn = turns.begin(() -> giveUp(claim, left))) {
            boolean reached = true;
            while (reached && !stopping.getAsBoolean() && turn.goesOn()) {
                Ready next = left.next();
                if (next == null) {
                    break;
                }
                reached = isSettled(next, claim, connection);
                if (reached) {
                    sent++;
                } else {
                    left.putBack(next);
                }
            }
            giveUp(claim, left);
            marks.add(new Mark.Done(claim.id()));
            return new Result(sent, left.givenUp(), reached);
        }
    }

    /** Returns false when the server was not reached, and the mail is still to be sent. */
    private boolean isSettled(Ready next, Claim claim, Connection connection) throws InterruptedException {
        Outcome outcome = writing.send(next, connection);
        Optional<Mark> mark = retrying.mark(next.delivery(), claim.id(), outcome);
        if (mark.isEmpty()) {
            return false;
        }
        report(next.delivery(), mark.get());
        if (outcome instanceof Outcome.Rejected rejected && rejected.nobodyThere()) {
            String address = AddressKey.of(next.letter().recipient().email());
            marks.add(new Mark.NobodyThere(next.delivery(), address, rejected.reply()));
        }
        marks.add(mark.get());
        return true;
    }

    /** Others send it. Under one lock: the claim must not be said to be done while somebody else is about to give back what is left. */
    private void giveUp(Claim claim, Remainder remainder) throws InterruptedException {
        synchronized (remainder) {
            List<Ready> left = remainder.giveUp();
            giveBack(claim, left.stream().map(Ready::delivery).toList());
            preparing.giveBack(left);
        }
    }

    private static void report(Delivery delivery, Mark mark) {
        switch (mark) {
            case Mark.Failed failed ->
                log.warn(
                        "Delivery {} ({}, registration {}) was {} and is not tried again: {}",
                        delivery.id(),
                        delivery.kind(),
                        delivery.registration(),
                        failed.reason(),
                        failed.reply());
            case Mark.Again again ->
                log.info(
                        "Delivery {} ({}, registration {}) goes again in {} s, {}: {}",
                        delivery.id(),
                        delivery.kind(),
                        delivery.registration(),
                        again.after().toSeconds(),
                        again.outcome(),
                        again.reply());
            case Mark.Accepted accepted -> log.debug("Delivery {} was accepted: {}", delivery.id(), accepted.reply());
            case Mark.NobodyThere nobody -> {}
            case Mark.GivenBack givenBack -> {}
            case Mark.PutOff putOff -> {}
            case Mark.Done done -> {}
        }
    }

    /** The mail server was not reached at all. */
    void giveBack(Claim claim) throws InterruptedException {
        giveBack(claim, claim.deliveries());
        marks.add(new Mark.Done(claim.id()));
    }

    private void giveBack(Claim claim, List<Delivery> deliveries) throws InterruptedException {
        if (!deliveries.isEmpty()) {
            marks.add(new Mark.GivenBack(deliveries, claim.id()));
        }
    }
}
