@NullMarked
package museum.atrium.notification.disclosure;

import org.jspecify.annotations.NullMarked;
