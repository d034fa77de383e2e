/** Tells other services whom mails do not reach, and which of them nobody wants, without an address or a name. */
@NullMarked
package museum.atrium.notification.reachability;

import org.jspecify.annotations.NullMarked;
