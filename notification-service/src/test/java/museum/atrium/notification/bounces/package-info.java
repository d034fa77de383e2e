/** Tests of what comes back, with a real mailbox. */
@NullMarked
package museum.atrium.notification.bounces;

import org.jspecify.annotations.NullMarked;
