/** The Atrium that is under test: one that the tests start from the packaged programs, or one that runs already. */
@NullMarked
package museum.atrium.system.stack;

import org.jspecify.annotations.NullMarked;
