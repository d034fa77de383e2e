/** The programme, sign-ups, waitlists, one's own registration, attendance, and when reminders fall due. */
@NullMarked
package museum.atrium.registration;

import org.jspecify.annotations.NullMarked;
