/** A feature that another package uses. */
@NullMarked
package museum.atrium.testing.example.tidy.flow;

import org.jspecify.annotations.NullMarked;
