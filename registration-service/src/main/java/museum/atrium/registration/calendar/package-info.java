/** One's own sessions as a calendar that calendar programs import or subscribe to. */
@NullMarked
package museum.atrium.registration.calendar;

import org.jspecify.annotations.NullMarked;
