package museum.atrium.registration.export;

import java.util.List;
import java.util.UUID;

/** Nobody asks any more what is held of these, and what was answered is not kept; told inside the transaction that deleted it. */
public record ExportsEnded(List<UUID> registrations) {}
