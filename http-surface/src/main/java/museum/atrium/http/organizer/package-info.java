/** Organisers sign in with a password; everyone else sees the open paths. */
@NullMarked
package museum.atrium.http.organizer;

import org.jspecify.annotations.NullMarked;
