/** What became of every delivery, for organisers. */
@NullMarked
package museum.atrium.notification.history;

import org.jspecify.annotations.NullMarked;
