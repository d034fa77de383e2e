/** Who is signed in as an organiser, and what they may do. */
@NullMarked
package museum.atrium.http.account;

import org.jspecify.annotations.NullMarked;
