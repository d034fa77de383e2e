package museum.atrium.registration.signup;

import java.util.List;

/** What happened to registrations, told inside the transaction that changed them. */
public record RegistrationsChanged(List<Change> changes) {

    /** @param contactToo whether name, address, language or zone may differ from what was told before */
    public record Change(Registration registration, Occasion occasion, boolean contactToo) {}

    static RegistrationsChanged one(Registration registration, Occasion occasion, boolean contactToo) {
        return new RegistrationsChanged(List.of(new Change(registration, occasion, contactToo)));
    }
}
