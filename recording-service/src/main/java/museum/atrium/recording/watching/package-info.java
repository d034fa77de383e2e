/** What participants open: the watch page and the media behind it. */
@NullMarked
package museum.atrium.recording.watching;

import org.jspecify.annotations.NullMarked;
