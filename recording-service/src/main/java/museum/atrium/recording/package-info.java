/** Takes a session's recording and publishes it to whom it may concern: takes it in, checks it, shows it, takes it back. */
@NullMarked
package museum.atrium.recording;

import org.jspecify.annotations.NullMarked;
