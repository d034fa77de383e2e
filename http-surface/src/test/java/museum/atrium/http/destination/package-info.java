@NullMarked
package museum.atrium.http.destination;

import org.jspecify.annotations.NullMarked;
