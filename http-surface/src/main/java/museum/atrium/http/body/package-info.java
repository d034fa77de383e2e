/** Bodies have a limit, declared or not. */
@NullMarked
package museum.atrium.http.body;

import org.jspecify.annotations.NullMarked;
