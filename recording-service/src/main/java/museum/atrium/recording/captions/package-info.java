/** What is said, as text to be read along: checked, kept by language, and searched. */
@NullMarked
package museum.atrium.recording.captions;

import org.jspecify.annotations.NullMarked;
