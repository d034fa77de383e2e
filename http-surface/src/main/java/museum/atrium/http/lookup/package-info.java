/** How a call finds its handler. */
@NullMarked
package museum.atrium.http.lookup;

import org.jspecify.annotations.NullMarked;
