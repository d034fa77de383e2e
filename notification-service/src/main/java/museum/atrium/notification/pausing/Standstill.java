package museum.atrium.notification.pausing;

import org.springframework.stereotype.Component;

/** What this instance knows of pauses and cancellations, so that senders need not ask. Before it knows anything, nothing goes. */
@Component
public class Standstill {

    private volatile boolean total = true;
    private volatile boolean partial = true;

    /** Whether no mail may go at all. */
    public boolean isTotal() {
        return total;
    }

    /** Whether some mails may not go: which, stands in the database. */
    boolean isPartial() {
        return partial;
    }

    /**
     * @param total all is paused
     * @param partial some activity is paused, or mails of one are being cancelled
     */
    public void know(boolean total, boolean partial) {
        this.total = total;
        this.partial = partial;
    }
}
