/** Settings come from the environment or from files, and a missing one is said clearly. */
@NullMarked
package museum.atrium.http.setting;

import org.jspecify.annotations.NullMarked;
