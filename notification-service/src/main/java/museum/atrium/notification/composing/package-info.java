/** What a mail says and how it is built: wording in six languages, times in the reader's zone, calendar entries, MIME. */
@NullMarked
package museum.atrium.notification.composing;

import org.jspecify.annotations.NullMarked;
