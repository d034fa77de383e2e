/** Classes that keep every rule. */
@NullMarked
package museum.atrium.testing.example.tidy;

import org.jspecify.annotations.NullMarked;
