/** Lists of who is registered: in pages that are filtered and searched, as files to take away, and as files of people to put on. */
@NullMarked
package museum.atrium.registration.lists;

import org.jspecify.annotations.NullMarked;
