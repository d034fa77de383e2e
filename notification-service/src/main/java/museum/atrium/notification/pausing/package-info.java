/** What organisers hold back, let go on and cancel of the mails that wait. */
@NullMarked
package museum.atrium.notification.pausing;

import org.jspecify.annotations.NullMarked;
