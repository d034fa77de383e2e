/** Who is owed which mail, in whatever order things become known. */
@NullMarked
package museum.atrium.notification.planning;

import org.jspecify.annotations.NullMarked;
