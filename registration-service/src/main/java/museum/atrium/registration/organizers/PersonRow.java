package museum.atrium.registration.organizers;

import java.util.List;
import java.util.Locale;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.OrganizerRegistration;
import museum.atrium.registration.signup.RegistrationStatus;

/**
 * Somebody in the list of who is registered.
 *
 * @param status the last part of a message's name; with what a pending one waits for
 * @param country its name in the organiser's language; empty: not known
 * @param awaitsDecision whether the organiser is to say yes or no
 * @param ended whether nothing can be cancelled any more
 * @param reachable whether mails reach them
 * @param said what they wrote beside name and address
 */
record PersonRow(
        String id,
        String name,
        String email,
        String status,
        String country,
        String language,
        String registered,
        String registeredAt,
        boolean awaitsDecision,
        boolean ended,
        boolean reachable,
        List<Said> said) {

    static PersonRow of(OrganizerRegistration registration, Activity activity, PageReader reader) {
        String waitsFor = registration.pendingFor() == null ? "" : "." + registration.pendingFor();
        return new PersonRow(
                registration.id().toString(),
                registration.name(),
                registration.email(),
                registration.status() + waitsFor,
                registration.country() == null
                        ? ""
                        : Locale.of("", registration.country()).getDisplayCountry(reader.language()),
                Locale.forLanguageTag(registration.locale()).getDisplayName(reader.language()),
                registration.registeredAt().toString(),
                reader.times()
                        .days(
                                registration.registeredAt(),
                                registration.registeredAt().plusNanos(1)),
                waitsFor.equals(".APPROVAL"),
                registration.status() == RegistrationStatus.CANCELLED,
                registration.reach().reachable(),
                Said.of(registration, activity, reader.language()));
    }

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "registration " + id;
    }
}
