package museum.atrium.notification.delivery;

import java.util.List;

/** A sender's hold on some deliveries, which nobody else sends while it is renewed. */
record Claim(long id, List<Delivery> deliveries) {}
