/** Clips for tests, and tests of what needs no running service. */
@NullMarked
package museum.atrium.recording.processing;

import org.jspecify.annotations.NullMarked;
