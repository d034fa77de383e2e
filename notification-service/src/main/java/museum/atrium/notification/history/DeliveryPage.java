package museum.atrium.notification.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some deliveries, newest first, and where the next ones begin. */
record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}
