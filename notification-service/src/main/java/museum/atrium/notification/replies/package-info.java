/** What mail servers say, as it may be kept. */
@NullMarked
package museum.atrium.notification.replies;

import org.jspecify.annotations.NullMarked;
