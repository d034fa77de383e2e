/** The signature of the domain that mails come from. */
@NullMarked
package museum.atrium.notification.signing;

import org.jspecify.annotations.NullMarked;
