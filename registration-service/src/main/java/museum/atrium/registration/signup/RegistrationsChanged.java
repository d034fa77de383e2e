package museum.atrium.registration.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to registrations, told inside the transaction that changed them. */
public record RegistrationsChanged(List<Change> changes) {

    /**
     * @param contactToo whether name, address, language or zone may differ from what was told before
     * @param calendar of all that its address is registered for, where its owner is to be told
     */
    public record Change(
            Registration registration,
            Occasion occasion,
            boolean contactToo,
            @Nullable CalendarFeedId calendar) {

        Change(Registration registration, Occasion occasion, boolean contactToo) {
            this(registration, occasion, contactToo, null);
        }
    }

    static RegistrationsChanged one(Registration registration, Occasion occasion, boolean contactToo) {
        return new RegistrationsChanged(List.of(new Change(registration, occasion, contactToo)));
    }

    static RegistrationsChanged linksAsked(Registration newest, CalendarFeedId calendar) {
        return new RegistrationsChanged(List.of(new Change(newest, Occasion.LINKS_ASKED, false, calendar)));
    }
}
