/** The networks in whose names parts of the programme are held: who they are, and what everyone may read of them. */
@NullMarked
package museum.atrium.registration.networks;

import org.jspecify.annotations.NullMarked;
