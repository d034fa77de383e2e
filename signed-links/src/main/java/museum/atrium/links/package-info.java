/** Link tokens that are signed, not stored: mechanism without any meaning of what a link opens. */
@NullMarked
package museum.atrium.links;

import org.jspecify.annotations.NullMarked;
