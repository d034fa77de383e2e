/** Keeps the pictures that organisers name, so that pages show them and ask no other site. */
@NullMarked
package museum.atrium.registration.pictures;

import org.jspecify.annotations.NullMarked;
