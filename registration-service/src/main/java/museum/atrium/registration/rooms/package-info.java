/** The way into a session's room: when it is open, to whom, and the page that leads through it. */
@NullMarked
package museum.atrium.registration.rooms;

import org.jspecify.annotations.NullMarked;
