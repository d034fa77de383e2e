package museum.atrium.registration.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.registration.export.AskedExports;
import museum.atrium.registration.export.Export;
import museum.atrium.registration.privacy.ExportReport.HeldElsewhere;
import museum.atrium.registration.privacy.ExportReport.Item;
import museum.atrium.registration.signup.HeldCodes;
import museum.atrium.registration.signup.HeldRegistrations;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.speakers.HeldInvitations;
import museum.atrium.registration.speakers.SpeakerId;
import org.springframework.stereotype.Component;

/** Puts beside what is held here what the other services say that they hold. */
@Component
class HeldOfPeople {

    private final AskedExports exports;
    private final HeldRegistrations registrations;
    private final HeldInvitations invitations;
    private final HeldCodes codes;

    HeldOfPeople(AskedExports exports, HeldRegistrations registrations, HeldInvitations invitations, HeldCodes codes) {
        this.exports = exports;
        this.registrations = registrations;
        this.invitations = invitations;
        this.codes = codes;
    }

    ExportReport.Data of(Export export) {
        Map<UUID, List<HeldElsewhere>> answers = exports.answersTo(export).stream()
                .collect(Collectors.groupingBy(
                        Export.Answer::registration,
                        Collectors.mapping(
                                answer -> new HeldElsewhere(answer.service(), answer.answeredAt(), answer.held()),
                                Collectors.toList())));
        List<UUID> ids = exports.registrationsOf(export);
        return new ExportReport.Data(
                items(ids, answers, id -> registrations.find(new RegistrationId(id))),
                items(ids, answers, id -> invitations.find(new SpeakerId(id))),
                codes.findAll(exports.codesOf(export)));
    }

    private static <T> List<Item<T>> items(
            List<UUID> ids, Map<UUID, List<HeldElsewhere>> answers, Function<UUID, Optional<T>> held) {
        return ids.stream()
                .flatMap(id ->
                        held.apply(id).map(own -> new Item<>(id, own, answers.getOrDefault(id, List.of()))).stream())
                .toList();
    }
}
