/** How often recordings are watched. */
@NullMarked
package museum.atrium.recording.views;

import org.jspecify.annotations.NullMarked;
