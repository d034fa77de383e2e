package museum.atrium.notification.composing;

import java.net.URI;
import java.util.UUID;

/** A published recording and the recipient's own link to it. */
public record RecordingInfo(UUID id, String title, URI watch) {}
