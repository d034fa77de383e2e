/** Who is asked to speak: the invitation, the answer, and the way into the room as its host. */
@NullMarked
package museum.atrium.registration.speakers;

import org.jspecify.annotations.NullMarked;
