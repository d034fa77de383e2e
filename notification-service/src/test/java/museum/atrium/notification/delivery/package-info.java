/** How mails go, and what mail servers do to them. */
@NullMarked
package museum.atrium.notification.delivery;

import org.jspecify.annotations.NullMarked;
