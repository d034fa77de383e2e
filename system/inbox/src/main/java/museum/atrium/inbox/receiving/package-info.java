/** Takes mails in by SMTP and answers 250 only for those that are written. */
@NullMarked
package museum.atrium.inbox.receiving;

import org.jspecify.annotations.NullMarked;
