/** The queue of deliveries and the way of each one to the mail server, checked against the world as it is sent. */
@NullMarked
package museum.atrium.notification.delivery;

import org.jspecify.annotations.NullMarked;
