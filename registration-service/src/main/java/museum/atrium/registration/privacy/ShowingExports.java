package museum.atrium.registration.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.export.AskedExports;
import museum.atrium.registration.export.Export;
import museum.atrium.registration.export.ExportId;
import museum.atrium.registration.export.ExportSubject;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how far exports are, and once every service has answered, what is held. */
@Component
class ShowingExports {

    private final AskedExports exports;
    private final HeldOfPeople held;
    private final Audit audit;
    private final Clock clock;

    ShowingExports(AskedExports exports, HeldOfPeople held, Audit audit, Clock clock) {
        this.exports = exports;
        this.held = held;
        this.audit = audit;
        this.clock = clock;
    }

    /** What they hold is told of one at a time. */
    List<Listed> list(@Nullable Long before, int most) {
        return exports.list(before, most).stream()
                .map(export -> new Listed(export.number(), ExportReport.of(export, clock.instant(), null)))
                .toList();
    }

    /** @param number by which the next page begins */
    record Listed(long number, ExportReport report) {}

    /** @throws Refusal 404 if there is none, or none any more */
    ExportReport show(ExportId id) {
        return report(exports.find(id).orElseThrow(() -> unknown(id)));
    }

    /** @throws Refusal 404 also if it is not the owner's own, of this registration alone */
    ExportReport showOwn(ExportId id, RegistrationId owner) {
        return report(exports.find(id)
                .filter(export -> export.account() == null && export.subject() == ExportSubject.REGISTRATION)
                .filter(export -> exports.registrationsOf(export).equals(List.of(owner.value())))
                .orElseThrow(() -> unknown(id)));
    }

    /** An account that is signed in takes personal data away: that is noted. */
    private ExportReport report(Export export) {
        if (export.status() == Export.Status.WAITING) {
            return ExportReport.of(export, clock.instant(), null);
        }
        UUID id = export.id().value();
        audit.taken("export.read", Target.export(id), Map.of("registrations", export.registrations()));
        return ExportReport.of(export, clock.instant(), held.of(export));
    }

    private static Refusal unknown(ExportId id) {
        return Refusal.notFound(
                "There is no export " + id + ". They can be read for seven days; then ask for a new one.");
    }
}
