/** When reminders fall due. */
@NullMarked
package museum.atrium.registration.reminders;

import org.jspecify.annotations.NullMarked;
