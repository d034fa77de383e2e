/** Uploads by tus: resumable, checked when the last byte is there, gone without a trace when they come to nothing. */
@NullMarked
package museum.atrium.recording.intake;

import org.jspecify.annotations.NullMarked;
