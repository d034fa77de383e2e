/** What is done when a person asks about their data: show all of it, or erase all of it, with proof. */
@NullMarked
package museum.atrium.registration.privacy;

import org.jspecify.annotations.NullMarked;
