/** A drawer. */
@NullMarked
package museum.atrium.testing.example.untidy.helper;

import org.jspecify.annotations.NullMarked;
