/** What nobody should send, sent to every documented call. */
@NullMarked
package museum.atrium.notification.badinput;

import org.jspecify.annotations.NullMarked;
