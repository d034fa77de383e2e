package museum.atrium.recording.publication;

import java.util.Optional;
import java.util.function.IntSupplier;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;

/** Says to who publishes a recording what has to come first, or that nothing can. */
final class NotYet {

    private NotYet() {}

    /** @param progress of its upload, of 100 */
    static Optional<Refusal> refusal(Recording recording, IntSupplier progress) {
        return switch (recording.state()) {
            case READY, SCHEDULED -> Optional.empty();
            case AWAITING_UPLOAD ->
                because("Nothing of it has arrived: upload the file to its uploadUrl, then publish it.");
            case UPLOADING ->
                because("Its upload is not finished: %d %% have arrived; send the rest, then publish it."
                        .formatted(progress.getAsInt()));
            case PROCESSING -> because("It is being processed: publish it when it is READY.");
            case FAILED ->
                because("It failed: %s Retry its processing, or upload another file to its uploadUrl, then publish it."
                        .formatted(recording.reason()));
            case PUBLISHED -> because("It is published already.");
            case RETRACTED ->
                because("It was retracted, and that is final: enter it as a new recording to show it again.");
        };
    }

    private static Optional<Refusal> because(String detail) {
        return Optional.of(Refusal.conflict("recording-state", detail));
    }
}
