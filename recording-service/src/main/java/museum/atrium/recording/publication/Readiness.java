package museum.atrium.recording.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Replacements;
import museum.atrium.recording.intake.Uploads;
import org.springframework.stereotype.Component;

/** Whether a recording may be shown. */
@Component
class Readiness {

    private final Uploads uploads;
    private final Approvals approvals;
    private final Replacements replacements;

    Readiness(Uploads uploads, Approvals approvals, Replacements replacements) {
        this.uploads = uploads;
        this.approvals = approvals;
        this.replacements = replacements;
    }

    /**
     * Says to who publishes it what has to come first.
     *
     * @param from when it would be shown
     */
    void refuseUnready(Recording recording, Instant from) {
        NotYet.refusal(recording, () -> uploads.progress(recording.id())).ifPresent(refusal -> {
            throw refusal;
        });
        refuseOver(recording, from);
        approvals.refuseObjected(recording.id());
    }

    /** Says of each of several what has to come first. */
    void refuseObjected(List<Recording> together, Instant from) {
        together.forEach(recording -> refuseOver(recording, from));
        String objections = together.stream()
                .flatMap(recording -> approvals.objection(recording.id()).stream()
                        .map(objection -> "\"%s\" (%s): %s".formatted(recording.title(), recording.id(), objection)))
                .collect(Collectors.joining(" "));
        if (!objections.isEmpty()) {
            throw Refusal.conflict("not-released", "None was published. " + objections);
        }
    }

    Optional<String> objection(Recording recording, Instant from) {
        return over(recording, from).or(() -> approvals.objection(recording.id()));
    }

    private void refuseOver(Recording recording, Instant from) {
        over(recording, from).ifPresent(objection -> {
            throw Refusal.conflict("recording-state", objection);
        });
    }

    private Optional<String> over(Recording recording, Instant from) {
        // A new version is shown for as long as the old one is.
        return recording.isOver(from) && replacements.replacedBy(recording.id()).isEmpty()
                ? Optional.of(
                        "\"%s\" may be watched until %s: give it a later availableUntil, or none, then publish it."
                                .formatted(recording.title(), recording.availableUntil()))
                : Optional.empty();
    }
}
