/** A small application that stands for any service. */
@NullMarked
package museum.atrium.http.house;

import org.jspecify.annotations.NullMarked;
