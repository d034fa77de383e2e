package museum.atrium.registration.export;

import java.util.List;
import java.util.UUID;

/**
 * Everywhere else it is to be said what is held of these registrations and invitations; told inside the transaction that entered it.
 *
 * @param number rises from export to export
 */
public record ExportAsked(ExportId export, long number, List<UUID> registrations) {}
