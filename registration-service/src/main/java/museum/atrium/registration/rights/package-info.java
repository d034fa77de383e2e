/** What an organiser's account reaches of the programme: all of it, or what is in its networks and series. */
@NullMarked
package museum.atrium.registration.rights;

import org.jspecify.annotations.NullMarked;
