@NullMarked
package museum.atrium.notification.templates;

import org.jspecify.annotations.NullMarked;
