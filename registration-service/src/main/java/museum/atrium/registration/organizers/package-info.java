/** How organisers come to their pages and leave them. */
@NullMarked
package museum.atrium.registration.organizers;

import org.jspecify.annotations.NullMarked;
