/** Which recordings of the programme are published, as recording-service announces them. */
@NullMarked
package museum.atrium.registration.recordings;

import org.jspecify.annotations.NullMarked;
