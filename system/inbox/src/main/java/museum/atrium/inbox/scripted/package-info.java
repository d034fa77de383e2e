/** A mail server for fault tests that refuses, waits or hangs up wherever its script says so. */
@NullMarked
package museum.atrium.inbox.scripted;

import org.jspecify.annotations.NullMarked;
