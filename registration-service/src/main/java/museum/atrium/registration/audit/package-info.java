/** Who of the organisers changed what, and who took personal data away. */
@NullMarked
package museum.atrium.registration.audit;

import org.jspecify.annotations.NullMarked;
