/** What was asked to be shown, by whom, and what the other services answered; without whose it is. */
@NullMarked
package museum.atrium.registration.export;

import org.jspecify.annotations.NullMarked;
