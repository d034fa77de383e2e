/** The recordings themselves: what each is, which state it is in and which state may follow. */
@NullMarked
package museum.atrium.recording.catalogue;

import org.jspecify.annotations.NullMarked;
