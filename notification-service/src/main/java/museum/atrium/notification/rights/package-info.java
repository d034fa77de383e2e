/** Whose an activity is: the series and the network that limited roles name. */
@NullMarked
package museum.atrium.notification.rights;

import org.jspecify.annotations.NullMarked;
