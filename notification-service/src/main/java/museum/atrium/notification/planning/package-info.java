/** Who is owed which mail: deliveries from what happened, whichever half of it comes first. */
@NullMarked
package museum.atrium.notification.planning;

import org.jspecify.annotations.NullMarked;
