package museum.atrium.notification.disclosure;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Of whom somebody asks what is held.
 *
 * @param revision rises from export to export
 */
record ExportState(UUID registration, long revision, UUID export) {

    ExportState {
        requireNonNull(registration);
        requireNonNull(export);
    }
}
