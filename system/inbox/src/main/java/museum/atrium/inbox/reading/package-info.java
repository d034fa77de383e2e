/** Shows a stored mail as its reader sees it: decoded, in parts, with its attachments. */
@NullMarked
package museum.atrium.inbox.reading;

import org.jspecify.annotations.NullMarked;
