/** What tests tell the service, and how they see what people got. */
@NullMarked
package museum.atrium.notification.story;

import org.jspecify.annotations.NullMarked;
