/** Clients of the HTTP surfaces, as anybody outside would write them: they share no code with the services. */
@NullMarked
package museum.atrium.system.surface;

import org.jspecify.annotations.NullMarked;
