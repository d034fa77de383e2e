/** Refuses a call that changes something before it is done, if its answer could not be taken. */
@NullMarked
package museum.atrium.http.accept;

import org.jspecify.annotations.NullMarked;
