package museum.atrium.registration.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.export.Export;
import museum.atrium.registration.export.ExportId;
import museum.atrium.registration.export.ExportSubject;
import museum.atrium.registration.signup.HeldCodes.HeldCode;
import museum.atrium.registration.signup.HeldData;
import museum.atrium.registration.speakers.SpeakerView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is held of a person, or of one registration, in all services.
 *
 * @param endsAt from then on there is nothing to read any more
 * @param account whose call it was; null: the person's own, by a link of theirs
 * @param registrations how many, invitations to speak included
 * @param data null until every service has answered, and in lists
 */
record ExportReport(
        ExportId id,
        ExportSubject subject,
        Instant askedAt,
        Instant endsAt,
        @Nullable String account,
        @Nullable String accountName,
        int registrations,
        Export.Status status,
        List<Export.Asked> services,
        @Nullable Data data) {

    private static final String ITSELF = "registration-service";

    /** @param codes that were made for the address */
    record Data(List<Item<HeldData>> registrations, List<Item<SpeakerView>> invitations, List<HeldCode> codes) {}

    /**
     * @param held here
     * @param elsewhere what the others hold beside it
     */
    record Item<T>(UUID id, T held, List<HeldElsewhere> elsewhere) {}

    record HeldElsewhere(String service, Instant answeredAt, JsonNode held) {}

    /** What this service holds is read as it is at that moment. */
    static ExportReport of(Export export, Instant now, @Nullable Data data) {
        List<Export.Asked> services = new ArrayList<>();
        services.add(new Export.Asked(ITSELF, Export.Status.DONE, now));
        services.addAll(export.services());
        return new ExportReport(
                export.id(),
                export.subject(),
                export.askedAt(),
                export.endsAt(),
                export.account(),
                export.accountName(),
                export.registrations(),
                export.status(),
                services,
                data);
    }
}
