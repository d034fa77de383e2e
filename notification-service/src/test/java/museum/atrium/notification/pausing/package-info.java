/** Pausing, resuming and cancelling, as organisers do it and participants notice. */
@NullMarked
package museum.atrium.notification.pausing;

import org.jspecify.annotations.NullMarked;
