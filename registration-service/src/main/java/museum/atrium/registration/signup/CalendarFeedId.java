package museum.atrium.registration.signup;

import java.util.UUID;

/** Of the calendar of all that one address is registered for. It says nothing of the address, and opens nothing unsigned. */
public record CalendarFeedId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
