/** Events out of and into a service's own transactions: an outbox with its relay, and idempotent intake. */
@NullMarked
package museum.atrium.outbox;

import org.jspecify.annotations.NullMarked;
