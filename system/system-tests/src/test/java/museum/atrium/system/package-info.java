/** Whole journeys through real processes, seen from outside: over HTTP and the inbox only. */
@NullMarked
package museum.atrium.system;

import org.jspecify.annotations.NullMarked;
