/** iCalendar objects as calendar programs read them: mechanism without any meaning of what an entry is about. */
@NullMarked
package museum.atrium.calendar;

import org.jspecify.annotations.NullMarked;
