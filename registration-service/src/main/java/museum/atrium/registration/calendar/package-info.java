/** Sessions as calendars that calendar programs import or subscribe to: one's own, and those that everyone may know of. */
@NullMarked
package museum.atrium.registration.calendar;

import org.jspecify.annotations.NullMarked;
