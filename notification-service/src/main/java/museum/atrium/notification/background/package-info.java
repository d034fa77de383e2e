/** Threads that work in the background: woken when there is work, stopped in order, never ended by a failure. */
@NullMarked
package museum.atrium.notification.background;

import org.jspecify.annotations.NullMarked;
