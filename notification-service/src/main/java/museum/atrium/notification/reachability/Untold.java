package museum.atrium.notification.reachability;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells what was never told: what was known before there was anybody to tell, or what an instance of an earlier version changed
 * beside this one.
 */
@Component
class Untold {

    private static final int MOST = 100;

    private final Reaches reaches;
    private final Addresses addresses;
    private final TellingReach telling;
    private final TransactionTemplate transactions;

    Untold(Reaches reaches, Addresses addresses, TellingReach telling, TransactionTemplate transactions) {
        this.reaches = reaches;
        this.addresses = addresses;
        this.telling = telling;
        this.transactions = transactions;
    }

    /** @return whether there may be more */
    boolean tellSome() {
        List<String> some = reaches.untold(MOST);
        some.forEach(address -> transactions.executeWithoutResult(status -> {
            addresses.hold(address);
            telling.tellOfAll(address);
        }));
        return some.size() == MOST;
    }
}
