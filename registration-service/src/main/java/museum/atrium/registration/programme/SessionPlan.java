package museum.atrium.registration.programme;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A session as an organiser writes it, checked. */
record SessionPlan(
        LocalizedText title,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        @Nullable URI joinUrl,
        @Nullable URI hostUrl,
        @Nullable Integer capacity,
        SessionFormat format) {}
