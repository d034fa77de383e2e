/** Which mails people want, of those that can be stopped: the page where they say so. */
@NullMarked
package museum.atrium.notification.preferences;

import org.jspecify.annotations.NullMarked;
