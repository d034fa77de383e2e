/** A mail inbox for the local stack, Compose and tests: takes mail by SMTP, keeps the newest on disk, shows it by HTTP. */
@NullMarked
package museum.atrium.inbox;

import org.jspecify.annotations.NullMarked;
