/** The parts of a recording by which people find what they look for: what was talked about, and by whom. */
@NullMarked
package museum.atrium.recording.chapters;

import org.jspecify.annotations.NullMarked;
