/** What organisers see of it. */
@NullMarked
package museum.atrium.notification.history;

import org.jspecify.annotations.NullMarked;
