/** Signing up: admission to places, the waitlist, and one's own registration. */
@NullMarked
package museum.atrium.registration.signup;

import org.jspecify.annotations.NullMarked;
