@NullMarked
package museum.atrium.notification.suppression;

import org.jspecify.annotations.NullMarked;
