package museum.atrium.recording.access;

import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;

/** Who asks to watch, as far as their link says it. */
public sealed interface Viewer {

    record Anyone() implements Viewer {}

    /** Whoever an organiser has sent the preview to. It opens this recording alone, also before it is published. */
    record Previewing(RecordingId recording) implements Viewer {}

    /** Whoever holds this registration, by a link of this version: a revoked one opens nothing. */
    record Registered(UUID registration, int linkVersion) implements Viewer {}
}
