/** Tests of signatures, checked by another program than made them. */
@NullMarked
package museum.atrium.notification.signing;

import org.jspecify.annotations.NullMarked;
