/** Says on the topic of exports what is held of a registration, to registration-service, which asks it for whoever it is. */
@NullMarked
package museum.atrium.notification.disclosure;

import org.jspecify.annotations.NullMarked;
