/** Checking what people send, field by field, so that one answer names everything that is wrong. */
@NullMarked
package museum.atrium.registration.checking;

import org.jspecify.annotations.NullMarked;
