/** Keeps the newest mails in append-only files that survive a killed process. */
@NullMarked
package museum.atrium.inbox.mails;

import org.jspecify.annotations.NullMarked;
