/** How events are read. */
@NullMarked
package museum.atrium.notification.audience;

import org.jspecify.annotations.NullMarked;
