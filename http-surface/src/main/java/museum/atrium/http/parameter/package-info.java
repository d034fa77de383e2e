/** How the parameters of addresses are read. */
@NullMarked
package museum.atrium.http.parameter;

import org.jspecify.annotations.NullMarked;
