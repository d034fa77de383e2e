/** What organisers do with a recording: announce it to this service, publish it now or later, retract it, remove it. */
@NullMarked
package museum.atrium.recording.publication;

import org.jspecify.annotations.NullMarked;
