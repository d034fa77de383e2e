/** How an organiser who signed in on a page stays signed in, over all services. */
@NullMarked
package museum.atrium.http.session;

import org.jspecify.annotations.NullMarked;
