/** The programme as everyone meets it outside of the API: public pages, schema.org data, a feed, and a list for other sites. */
@NullMarked
package museum.atrium.registration.showcase;

import org.jspecify.annotations.NullMarked;
