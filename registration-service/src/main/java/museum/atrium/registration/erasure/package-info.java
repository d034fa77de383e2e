/** What was erased, which other service has answered that it did the same, and what each deleted; without whose it was. */
@NullMarked
package museum.atrium.registration.erasure;

import org.jspecify.annotations.NullMarked;
