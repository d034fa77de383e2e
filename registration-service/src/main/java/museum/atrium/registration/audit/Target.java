package museum.atrium.registration.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was changed.
 *
 * @param slug as it was then; null for what has none
 */
public record Target(Kind kind, UUID id, @Nullable String slug) {

    /** What organisers change. */
    public enum Kind {
        ACTIVITY,
        SERIES,
        SESSION,
        REGISTRATION,
        CERTIFICATE,
        NETWORK,
        WEBHOOK,
        ERASURE,
        EXPORT
    }

    public static Target activity(UUID id, String slug) {
        return new Target(Kind.ACTIVITY, id, slug);
    }

    public static Target series(UUID id, String slug) {
        return new Target(Kind.SERIES, id, slug);
    }

    public static Target session(UUID id) {
        return new Target(Kind.SESSION, id, null);
    }

    public static Target registration(UUID id) {
        return new Target(Kind.REGISTRATION, id, null);
    }

    /** Not by its code, which opens it. */
    public static Target certificate(UUID id) {
        return new Target(Kind.CERTIFICATE, id, null);
    }

    /** Of whatever it was: that is told by its report alone. */
    public static Target erasure(UUID id) {
        return new Target(Kind.ERASURE, id, null);
    }

    /** Of whatever it is: that is told by its report alone. */
    public static Target export(UUID id) {
        return new Target(Kind.EXPORT, id, null);
    }

    public static Target network(UUID id, String slug) {
        return new Target(Kind.NETWORK, id, slug);
    }

    public static Target webhook(UUID id) {
        return new Target(Kind.WEBHOOK, id, null);
    }
}
