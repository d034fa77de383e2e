package museum.atrium.notification.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries are asked for; what is null is not asked.
 *
 * @param address as addresses are compared
 */
record DeliveryFilter(
        @Nullable UUID registration,
        @Nullable UUID activity,
        @Nullable DeliveryStatus status,
        @Nullable String address) {}
