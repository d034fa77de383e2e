/** Recordings that live rooms tell of by themselves: each is taken once, and finds the session that it was recorded of. */
@NullMarked
package museum.atrium.recording.arrivals;

import org.jspecify.annotations.NullMarked;
