package museum.atrium.registration.erasure;

import java.util.List;
import java.util.UUID;

/**
 * These registrations and invitations are erased here, and everywhere else they are to be; told inside the transaction that erased
 * them. A large erasure is told in several parts.
 *
 * @param part what the others answer to
 */
public record ErasureAsked(UUID part, ErasureId erasure, List<UUID> registrations) {}
