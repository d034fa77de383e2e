/** Everything that Atrium needs, started and watched over on one machine without containers. */
@NullMarked
package museum.atrium.localstack;

import org.jspecify.annotations.NullMarked;
