/** What this service knows of activities and registrations, so that it can tell who may watch: no contact data. */
@NullMarked
package museum.atrium.recording.audience;

import org.jspecify.annotations.NullMarked;
