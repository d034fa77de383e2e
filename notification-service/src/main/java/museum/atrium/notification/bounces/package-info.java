/** Where mails come back to that could not be delivered, and what is made of those that did. */
@NullMarked
package museum.atrium.notification.bounces;

import org.jspecify.annotations.NullMarked;
