/** JSON that is asked for strictly: unknown fields and wrong types are refused by name. */
@NullMarked
package museum.atrium.http.json;

import org.jspecify.annotations.NullMarked;
