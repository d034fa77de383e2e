/** The pages on which organisers bring recordings in, and let them out. */
@NullMarked
package museum.atrium.recording.organizers;

import org.jspecify.annotations.NullMarked;
