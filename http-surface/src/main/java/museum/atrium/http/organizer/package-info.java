/** Organisers sign in with a token of their provider or with the password; everyone else sees the open paths. */
@NullMarked
package museum.atrium.http.organizer;

import org.jspecify.annotations.NullMarked;
