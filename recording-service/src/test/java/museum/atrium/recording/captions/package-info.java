/** What a file of captions may be. */
@NullMarked
package museum.atrium.recording.captions;

import org.jspecify.annotations.NullMarked;
