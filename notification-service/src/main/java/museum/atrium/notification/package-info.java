/** The notification service: every mail, right and once. */
@NullMarked
package museum.atrium.notification;

import org.jspecify.annotations.NullMarked;
