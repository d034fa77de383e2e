@NullMarked
package museum.atrium.notification.preferences;

import org.jspecify.annotations.NullMarked;
