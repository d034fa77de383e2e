/** Personal join pages, and who came. */
@NullMarked
package museum.atrium.registration.attendance;

import org.jspecify.annotations.NullMarked;
