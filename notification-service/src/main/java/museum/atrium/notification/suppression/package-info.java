/** Addresses to which nothing is sent any more: what organisers see of them, and how they lift it. */
@NullMarked
package museum.atrium.notification.suppression;

import org.jspecify.annotations.NullMarked;
