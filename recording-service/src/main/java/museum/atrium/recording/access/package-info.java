/** Who may watch what: one check, asked by the page and again by every request for bytes. */
@NullMarked
package museum.atrium.recording.access;

import org.jspecify.annotations.NullMarked;
