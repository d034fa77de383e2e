/** How many signed up, came and answered what: counts, and nothing of anybody. */
@NullMarked
package museum.atrium.registration.statistics;

import org.jspecify.annotations.NullMarked;
