/** Tests of what is kept of replies. */
@NullMarked
package museum.atrium.notification.replies;

import org.jspecify.annotations.NullMarked;
