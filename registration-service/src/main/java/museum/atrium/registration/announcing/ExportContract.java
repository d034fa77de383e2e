package museum.atrium.registration.announcing;

import java.util.UUID;

/** {@code contracts/events/export.schema.json}: of whom every service is to say what it holds. */
record ExportContract(UUID registration, long revision, UUID export) {}
