/** Slides and handouts beside a recording, for those who may watch it. */
@NullMarked
package museum.atrium.recording.attachments;

import org.jspecify.annotations.NullMarked;
