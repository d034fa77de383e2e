/** What organisers do when a person asks about their data: erase all of it, with proof. */
@NullMarked
package museum.atrium.registration.privacy;

import org.jspecify.annotations.NullMarked;
