/** Calls to addresses that somebody else has named. */
@NullMarked
package museum.atrium.http.destination;

import org.jspecify.annotations.NullMarked;
