/** What a text that people see may hold. */
@NullMarked
package museum.atrium.http.text;

import org.jspecify.annotations.NullMarked;
