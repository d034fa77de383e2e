/** Tells the other services what was published and retracted, in the transaction that did it. */
@NullMarked
package museum.atrium.recording.announcing;

import org.jspecify.annotations.NullMarked;
