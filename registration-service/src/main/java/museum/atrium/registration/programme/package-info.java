/** Activities with their sessions, speakers and organisations: what organisers plan and everyone reads. */
@NullMarked
package museum.atrium.registration.programme;

import org.jspecify.annotations.NullMarked;
