/** Whom mails reach and who stopped which of them, as notification-service tells it. */
@NullMarked
package museum.atrium.registration.reachability;

import org.jspecify.annotations.NullMarked;
